/**
 * The queue as a clerk with a sheet of paper would keep it: what the API must do, in as few lines as possible. Time is
 * minutes since the first morning; slots are numbers into `starts`.
 */
export const starts = [60, 120, 1440 + 60, 1440 + 120];
export const capacity = 3;
export const holdMinutes = 10;
const dayOf = (minute: number) => Math.floor((minute + 540) / 1440); // the first morning is 09:00
export const endOfDay = (slot: number) => (dayOf(starts[slot] as number) + 1) * 1440 - 540;

export interface Entry {
  slot: number;
  /** The hold token ends with the day that was held. */
  tokenEnds: number;
  party: number;
  until: number;
  extended: boolean;
  state: 'held' | 'released' | 'booked';
  people: number[];
  live: boolean[];
  moves: number;
}

export class Model {
  now = 0;
  entries: Entry[] = [];
  claims = new Map<number, { until: number; began: number; count: number }>();

  seats = (entry: Entry) =>
    entry.state === 'booked'
      ? entry.live.filter(Boolean).length
      : entry.state === 'held' && entry.until > this.now
        ? entry.party
        : 0;
  free = (slot: number) =>
    this.entries.filter((entry) => entry.slot === slot).reduce((free, entry) => free - this.seats(entry), capacity);
  begun = (slot: number) => (starts[slot] as number) <= this.now;

  hold(slot: number | undefined, party: number): string {
    const chosen = slot ?? starts.findIndex((_, at) => !this.begun(at) && this.free(at) >= party);
    if (chosen < 0) return 'SLOT_FULL';
    if (this.begun(chosen)) return 'SLOT_PAST';
    if (this.free(chosen) < party) return 'SLOT_FULL';
    this.entries.push({
      slot: chosen,
      tokenEnds: endOfDay(chosen),
      party,
      until: this.now + holdMinutes,
      extended: false,
      state: 'held',
      people: [],
      live: [],
      moves: 0,
    });
    return `held in ${chosen}`;
  }

  extend(entry: Entry): string {
    if (entry.tokenEnds <= this.now) return 'TOKEN_EXPIRED';
    if (entry.state === 'booked') return 'HOLD_BOOKED';
    if (entry.state === 'released' || entry.until <= this.now) return 'HOLD_EXPIRED';
    if (entry.extended) return 'HOLD_EXTENDED';
    entry.extended = true;
    entry.until += holdMinutes;
    return 'extended';
  }

  release(entry: Entry): string {
    if (entry.tokenEnds <= this.now) return 'TOKEN_EXPIRED';
    if (entry.state === 'booked') return 'HOLD_BOOKED';
    entry.state = 'released';
    return 'released';
  }

  book(entry: Entry, people: number[]): string {
    if (entry.tokenEnds <= this.now) return 'TOKEN_EXPIRED';
    if (entry.state === 'booked') return String(entry.people) === String(people) ? 'booked' : 'IDEMPOTENCY_CONFLICT';
    if (entry.state === 'released' || entry.until <= this.now) return 'HOLD_EXPIRED';
    if (people.length > entry.party) return 'PARTY_TOO_LARGE';
    const before = people.map((person) => this.claims.get(person) ?? { until: -1, began: -9999, count: 0 });
    if (before.some(({ until }) => until > this.now)) return 'NIK_ALREADY_BOOKED';
    if (before.some(({ began, count }) => began > this.now - 60 && count >= 5)) return 'RATE_LIMITED';
    people.forEach((person, at) => {
      const { began, count } = before[at] as { began: number; count: number };
      const sameHour = began > this.now - 60;
      this.claims.set(person, {
        until: endOfDay(entry.slot),
        began: sameHour ? began : this.now,
        count: sameHour ? count + 1 : 1,
      });
    });
    Object.assign(entry, { state: 'booked', people, live: people.map(() => true) });
    return 'booked';
  }

  cancel(entry: Entry, position?: number): string {
    const chosen = entry.people.map((_, at) => at).filter((at) => position === undefined || at === position);
    if (chosen.every((at) => !entry.live[at])) return 'done';
    if (this.begun(entry.slot)) return 'TOO_LATE';
    for (const at of chosen.filter((each) => entry.live[each])) {
      entry.live[at] = false;
      const claim = this.claims.get(entry.people[at] as number);
      if (claim) claim.until = this.now;
    }
    return 'done';
  }

  move(entry: Entry, slot: number): string {
    if (!entry.live.some(Boolean)) return 'BOOKING_CANCELLED';
    if (entry.slot === slot) return `in ${slot}`;
    if (dayOf(this.now) >= dayOf(starts[entry.slot] as number)) return 'TOO_LATE';
    if (entry.moves >= 1) return 'RESCHEDULE_LIMIT';
    if (this.begun(slot)) return 'SLOT_PAST';
    if (this.free(slot) < this.seats(entry)) return 'SLOT_FULL';
    Object.assign(entry, { slot, moves: entry.moves + 1 });
    entry.people.forEach((person, at) => {
      const claim = this.claims.get(person);
      if (claim && entry.live[at]) claim.until = endOfDay(slot);
    });
    return `in ${slot}`;
  }
}
