import { AntreanEvent } from './events.ts';
import type { FlowEvent, State } from './flow-state.ts';

/** Seats are held. */
export class AntreanHeldEvent extends AntreanEvent {
  static readonly type = 'antrean-held';
  readonly officeId: string;
  /** Office-local start, `2026-12-01T09:00`. */
  readonly slot: string;
  readonly party: number;
  readonly expiresAt: string;
  constructor(officeId: string, slot: string, party: number, expiresAt: string) {
    super(AntreanHeldEvent.type);
    this.officeId = officeId;
    this.slot = slot;
    this.party = party;
    this.expiresAt = expiresAt;
  }
}

/** A visit is booked, or moved. */
export class AntreanBookedEvent extends AntreanEvent {
  static readonly type = 'antrean-booked';
  readonly officeId: string;
  readonly slot: string;
  readonly party: number;
  readonly moved: boolean;
  constructor(officeId: string, slot: string, party: number, moved: boolean) {
    super(AntreanBookedEvent.type);
    this.officeId = officeId;
    this.slot = slot;
    this.party = party;
    this.moved = moved;
  }
}

/** What the host page hears of a hold and of a booking. */
export const bookingEvents = (before: State, event: FlowEvent, after: State): Event[] => {
  if (event.type !== 'answered') return [];
  if (event.name === 'holdSlot') {
    const { officeId, slot, party, expiresAt } = event.answer;
    return [new AntreanHeldEvent(officeId, slot.slot, party, expiresAt)];
  }
  if (after.step !== 'ticket' || event.name === 'readBooking' || before.step === 'ticket' || before.step === 'manage')
    return [];
  const { officeId, slot, applicants } = after.booking;
  return [new AntreanBookedEvent(officeId, slot.slot, applicants.length, after.news === 'moved')];
};
