import { type Problem, Refused } from '@paspor-antrean/client';
import { availability, booking, hold, office } from '@paspor-antrean/contract/examples';
import { describe, expect, test } from 'vitest';
import { type FlowEvent, type State, type Step, start, transition } from '../booking-flow.ts';
import { writeKept } from '../kept.ts';
import { type Kept, readKept } from '../read-kept.ts';
import { wholeFlow } from './whole-flow.ts';

const now = Date.parse('2026-11-21T03:00:00Z');
const run = (state: State, ...events: FlowEvent[]) =>
  events.reduce((before, event) => transition(before, event, wholeFlow), state);
const officeRead: FlowEvent = { type: 'answered', name: 'readOffice', answer: office };
const held: FlowEvent = { type: 'answered', name: 'readHold', answer: { state: 'held', hold } };

const filling = run(
  start(['bandung']),
  officeRead,
  { type: 'service-chosen', service: 'new', party: 3 },
  { type: 'answered', name: 'readAvailability', answer: availability },
  { type: 'slot-chosen', slot: hold.slot },
  { type: 'answered', name: 'holdSlot', answer: hold },
  { type: 'typed-person', at: 0, field: 'name', value: 'Budi Contoh' },
  { type: 'person-removed', at: 2 },
);
const keptOf = (state: State, change: Partial<Kept> = {}): Kept => {
  const kept = readKept(writeKept(state, now, 0) ?? null, now);
  if (!kept) throw new Error('nothing is kept');
  return { ...kept, ...change };
};
const reload = (change: Partial<Kept> = {}, officeIds = ['bandung']) => {
  const opened: State = { ...start(officeIds), pending: undefined };
  return run(opened, { type: 'resumed', text: JSON.stringify(keptOf(filling, change)), at: now });
};
const refused = (state: State, code: Problem['code']): FlowEvent => {
  if (!state.pending) throw new Error('nothing is pending');
  const { problem } = new Refused({ type: '', title: '', detail: '', status: 409, code });
  return { type: 'failed', fault: { kind: 'refused', problem, call: state.pending } };
};

describe('a hold', () => {
  test('is asked for, and still held leads back to the people, as many as there were', () => {
    const asked = run(reload(), officeRead);
    expect(asked.pending).toEqual({
      name: 'readHold',
      input: { office: 'bandung', id: hold.id, token: hold.token },
    });
    const back = run(asked, held);
    expect(back).toMatchObject({ step: 'people', hold, party: 3, pending: undefined });
    expect(back.draft.people.map(({ name }) => name)).toEqual(['Budi Contoh', '']);
    expect(back.draft.restored).toBe(true);
  });

  test.each<[Kept['step'], Step]>([
    ['time', 'time'],
    ['service', 'service'],
    ['review', 'people'],
    ['lookup', 'people'],
    ['nonsense', 'people'],
  ])('kept at %s leads to %s', (step, expected) => {
    expect(run(reload({ step }), officeRead, held)).toMatchObject({ step: expected, hold });
  });

  test('that was booked leads to the ticket, and what was typed goes', () => {
    const answer: FlowEvent = { type: 'answered', name: 'readHold', answer: { state: 'booked', booking } };
    const found = run(reload({ sent: true }), officeRead, answer);
    expect(found).toMatchObject({ step: 'ticket', booking, hold: undefined });
    expect(found.draft.people[0]?.name).toBe('');
  });

  test.each(['expired', 'released'] as const)('that is %s leads to the times with what was typed', (state) => {
    const found = run(reload(), officeRead, { type: 'answered', name: 'readHold', answer: { state } });
    expect(found).toMatchObject({ step: 'time', lost: 'expired', hold: undefined });
    expect(found.draft.people[0]?.name).toBe('Budi Contoh');
  });

  test.each(['HOLD_UNKNOWN', 'TOKEN_EXPIRED', 'TOKEN_INVALID', 'NOT_ALLOWED'] as const)(
    'refused with %s is lost, and a busy server is not taken for that',
    (code) => {
      const asked = run(reload(), officeRead);
      expect(run(asked, refused(asked, code))).toMatchObject({ step: 'time', lost: 'expired' });
      const busy = run(asked, refused(asked, 'OVERLOADED'));
      expect(busy).toMatchObject({ step: 'loading', kept: { hold: { id: hold.id } } });
      expect(run(busy, { type: 'retry-unasked' }).pending).toEqual(asked.pending);
    },
  );
});

describe('a ticket', () => {
  const ticket = { ticket: { id: booking.id, token: booking.token } };

  test('is read again', () => {
    const asked = run(reload(ticket), officeRead);
    expect(asked.pending).toMatchObject({ name: 'readBooking', input: { token: booking.token } });
    expect(run(asked, { type: 'answered', name: 'readBooking', answer: booking })).toMatchObject({ step: 'ticket' });
  });

  test('that was cancelled elsewhere is not shown as one', () => {
    const answer = { ...booking, status: 'cancelled' as const };
    const found = run(reload(ticket), officeRead, { type: 'answered', name: 'readBooking', answer });
    expect(found).toMatchObject({ step: 'manage', booking: answer });
  });

  test('that is refused leads to the look-up with the reason', () => {
    const asked = run(reload(ticket), officeRead);
    const found = run(asked, refused(asked, 'TOKEN_REVOKED'));
    expect(found).toMatchObject({ step: 'lookup', lookup: { office: 'bandung' } });
    expect(found.fault?.problem?.code).toBe('TOKEN_REVOKED');
  });

  test('without its manage token can only be looked up to change it', () => {
    const { manageToken: _, ...shown } = booking;
    const found = run(reload(ticket), officeRead, { type: 'answered', name: 'readBooking', answer: shown });
    const lookup = run(found, { type: 'manage-opened' });
    expect(lookup).toMatchObject({ step: 'lookup', lookup: { code: booking.code } });
  });
});

describe('without a hold', () => {
  const none = { hold: { id: '', token: '' } };
  const offices: FlowEvent = { type: 'answered', name: 'listOffices', answer: { offices: [office] } };

  test.each<[Kept['step'], Step]>([
    ['service', 'service'],
    ['time', 'time'],
    ['people', 'time'],
    ['lookup', 'lookup'],
  ])('kept at %s leads to %s', (step, expected) => {
    expect(run(reload({ ...none, step }), officeRead).step).toBe(expected);
  });

  test('the choice of offices comes back, and so does a look-up before it', () => {
    expect(run(reload({ ...none, step: 'office' }, []), offices).step).toBe('office');
    const lookup = run(reload({ ...none, step: 'lookup', office: '', code: 'ABCD1234' }, []), offices);
    expect(lookup).toMatchObject({ step: 'lookup', lookup: { code: 'ABCD1234' } });
  });

  test('what was marked and not yet sent comes back, also beside a hold for something else', () => {
    const marked = { step: 'service', service: 'renewal', party: 2 } as const;
    expect(run(reload({ ...none, ...marked }), officeRead)).toMatchObject(marked);
    expect(run(reload({ ...none, ...marked, service: '' }), officeRead)).toMatchObject({
      party: 2,
      service: undefined,
    });
    const beside = run(reload(marked), officeRead, held);
    expect(beside).toMatchObject({ ...marked, hold });
    const submitted = run(beside, { type: 'service-chosen', service: 'renewal', party: 2 });
    expect(submitted).toMatchObject({ step: 'time', hold: undefined });
  });

  test('a list of times comes back as a list', () => {
    const back = run(reload({ ...none, step: 'time', calendar: true, asList: true }), officeRead);
    expect(back).toMatchObject({ step: 'time', calendar: true, asList: true, day: undefined });
  });

  test('the open day comes back', () => {
    const back = run(reload({ ...none, step: 'time', calendar: true, day: '2026-12-01' }), officeRead);
    expect(back).toMatchObject({ step: 'time', calendar: true, day: '2026-12-01' });
  });

  test('an office that is no more gives way to the choice', () => {
    const state = reload(none, []);
    expect(run(state, refused(state, 'OFFICE_UNKNOWN')).pending).toEqual({ name: 'listOffices', input: {} });
  });
});

test('what cannot be read back is a start like any other', () => {
  const opened: State = { ...start(['bandung']), pending: undefined };
  expect(run(opened, { type: 'resumed', text: '{}', at: now })).toEqual(start(['bandung']));
});
