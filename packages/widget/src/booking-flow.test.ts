import { type Office, type Problem, Refused } from '@paspor-antrean/client';
import { availability, booking, hold, newBooking, office } from '@paspor-antrean/contract/examples';
import { describe, expect, test } from 'vitest';
import { type At, type Fault, type FlowEvent, type State, type Step, start, transition } from './booking-flow.ts';
import { wholeFlow } from './flow/whole-flow.ts';

const next = (state: State, event: FlowEvent) => transition(state, event, wholeFlow);
const run = (state: State, ...events: FlowEvent[]) => events.reduce(next, state);

const at = <S extends Step>(state: State, step: S): At<S> => {
  expect(state.step).toBe(step);
  return state as At<S>;
};

const refused = (state: State, code: Problem['code'], more: Partial<Problem> = {}): FlowEvent => {
  if (!state.pending) throw new Error('nothing is pending');
  const problem = new Refused({ type: '', title: '', detail: '', status: 409, code, ...more }).problem;
  return { type: 'failed', fault: { kind: 'refused', problem, call: state.pending } };
};

const silence = (state: State): FlowEvent => {
  if (!state.pending) throw new Error('nothing is pending');
  return { type: 'failed', fault: { kind: 'unknown', call: state.pending } };
};

const officeRead: FlowEvent = { type: 'answered', name: 'readOffice', answer: office };
const free: FlowEvent = { type: 'answered', name: 'readAvailability', answer: availability };
const held: FlowEvent = { type: 'answered', name: 'holdSlot', answer: hold };
const booked: FlowEvent = { type: 'answered', name: 'bookHold', answer: booking };

const toTime = () => run(start(['bandung']), officeRead, { type: 'service-chosen', service: 'new', party: 3 }, free);
const toPeople = () => run(toTime(), { type: 'slot-chosen', slot: hold.slot }, held);

const typedPeople = newBooking.applicants.flatMap((person, index): FlowEvent[] => {
  const [year = '', month = '', day = ''] = person.birthOn.split('-');
  const typed = { name: person.name, nik: person.nik, day, month, year, relation: person.relation };
  return Object.entries(typed).map(([field, value]) => ({
    type: 'typed-person',
    at: index,
    field: field as keyof typeof typed,
    value,
  }));
});

const toReview = () =>
  run(
    toPeople(),
    ...typedPeople,
    { type: 'typed', field: 'phone', value: newBooking.contact.phone },
    { type: 'guardian', agrees: true },
    { type: 'people-submitted' },
  );

describe('opening', () => {
  test('one office is taken without a choice', () => {
    expect(start(['bandung']).pending).toEqual({ name: 'readOffice', input: { office: 'bandung' } });
    at(run(start(['bandung']), officeRead), 'service');
  });

  test('several offices are offered, none means all', () => {
    expect(start(['bandung', 'depok']).pending).toEqual({ name: 'listOffices', input: { ids: 'bandung,depok' } });
    expect(start([]).pending).toEqual({ name: 'listOffices', input: {} });
  });

  test('a failed start can be tried again', () => {
    const state = start(['bandung']);
    expect(run(state, silence(state), { type: 'retry' }).pending).toEqual(state.pending);
  });
});

describe('taking a place', () => {
  test('a slot is held with one tap and leads to the people', () => {
    const state = at(toPeople(), 'people');
    expect(state.hold).toEqual(hold);
    expect(state.draft.people).toHaveLength(3);
  });

  test('a second tap while the first is under way does nothing', () => {
    const once = run(toTime(), { type: 'slot-chosen', slot: hold.slot });
    expect(next(once, { type: 'slot-chosen', slot: hold.slot })).toBe(once);
  });

  test('a slot that was taken meanwhile shows why, and what is free now', () => {
    const asked = run(toTime(), { type: 'slot-chosen', slot: hold.slot });
    const state = at(run(asked, refused(asked, 'SLOT_FULL', { alternatives: [hold.slot] })), 'time');
    expect(state.fault?.problem?.alternatives).toEqual([hold.slot]);
    expect(state.pending?.name).toBe('readAvailability');
    expect(run(state, free).fault?.problem?.code).toBe('SLOT_FULL');
  });

  test('another office of the same offer keeps service and party', () => {
    const there: Office = { ...office, id: 'depok' };
    const state = run(
      toTime(),
      { type: 'elsewhere-chosen', id: 'depok' },
      { type: 'answered', name: 'readOffice', answer: there },
    );
    expect(at(state, 'time').pending).toMatchObject({ input: { office: 'depok', service: 'new', party: 3 } });
  });
});

describe('people', () => {
  test('faults stay on the step and are counted, so that the summary takes focus', () => {
    const state = at(run(toPeople(), { type: 'people-submitted' }), 'people');
    expect(state.faults).toMatchObject({ 'applicants.0.name': 'REQUIRED', 'contact.phone': 'REQUIRED' });
    expect(state.attempt).toBe(1);
  });

  test('a child needs the guardian', () => {
    const state = run(
      toReview(),
      { type: 'change-people' },
      { type: 'guardian', agrees: false },
      { type: 'people-submitted' },
    );
    expect(at(state, 'people').faults).toEqual({ guardian: 'REQUIRED' });
  });

  test('a hold that ends keeps everything typed, and a new slot leads straight back to the review', () => {
    const before = toReview();
    const lost = at(run(before, { type: 'hold-ended' }), 'time');
    expect(lost).toMatchObject({ lost: 'expired', hold: undefined, draft: before.draft });
    const again = run(lost, free, { type: 'slot-chosen', slot: hold.slot }, held);
    expect(at(again, 'review').draft).toEqual(before.draft);
  });

  test('going back for another time keeps the hold until another is taken', () => {
    const state = run(toPeople(), { type: 'back' }, free);
    expect(at(state, 'time').hold).toEqual(hold);
    at(run(state, { type: 'hold-resumed' }), 'people');
  });
});

describe('booking', () => {
  test('sends what was typed, once', () => {
    const sent = run(toReview(), { type: 'confirmed' });
    expect(sent.pending).toMatchObject({
      name: 'bookHold',
      input: {
        token: hold.token,
        guardian: true,
        privacyVersion: '2026-11',
        applicants: [{ nik: '3273001205900001' }, {}, {}],
      },
    });
    expect(next(sent, { type: 'confirmed' })).toBe(sent);
  });

  test('the ticket keeps nothing of what was typed', () => {
    const state = at(run(toReview(), { type: 'confirmed' }, booked), 'ticket');
    expect(JSON.stringify(state)).not.toContain('3273001205900001');
  });

  test('a wish to print changes nothing, and is a move all the same, of which a watch is told', () => {
    const state = run(toReview(), { type: 'confirmed' }, booked);
    const printed = next(state, { type: 'print-wanted' });
    expect(printed).toEqual(state);
    expect(printed).not.toBe(state);
  });

  test('after no answer nobody books again until we know', () => {
    const sent = run(toReview(), { type: 'confirmed' });
    const unsure = at(run(sent, silence(sent)), 'review');
    expect(unsure).toMatchObject({ outcome: 'unknown', pending: { name: 'readHold' } });
    const still = run(unsure, silence(unsure));
    expect(run(still, { type: 'confirmed' }).pending).toBeUndefined();
    expect(run(still, { type: 'check-again' }).pending?.name).toBe('readHold');
  });

  test.each([
    ['booked', 'ticket'],
    ['expired', 'time'],
    ['held', 'review'],
  ] as const)('a hold found to be %s leads to %s', (state, step) => {
    const sent = run(toReview(), { type: 'confirmed' });
    const answer = { state, ...(state === 'booked' ? { booking } : { hold }) };
    const known = run(sent, silence(sent), { type: 'answered', name: 'readHold', answer });
    expect(known.step).toBe(step);
    if (known.step === 'review') expect(known.outcome).toBe('not-booked');
  });

  test('the clock does not take the hold away while the booking is under way', () => {
    const sent = run(toReview(), { type: 'confirmed' });
    expect(next(sent, { type: 'hold-ended' })).toBe(sent);
  });

  test('faults of single fields lead back to them', () => {
    const sent = run(toReview(), { type: 'confirmed' });
    const fields = [{ field: 'applicants.1.nik', code: 'NIK_SERIAL' as const }];
    expect(at(run(sent, refused(sent, 'INVALID_INPUT', { fields })), 'people').faults).toEqual({
      'applicants.1.nik': 'NIK_SERIAL',
    });
  });

  test('a NIK that is booked already stays on the review and says so', () => {
    const sent = run(toReview(), { type: 'confirmed' });
    const state = at(run(sent, refused(sent, 'NIK_ALREADY_BOOKED')), 'review');
    expect(state.fault?.problem?.code).toBe('NIK_ALREADY_BOOKED');
    expect(state.outcome).toBeUndefined();
  });
});

describe('a later visit', () => {
  const ticket = () => run(toReview(), { type: 'confirmed' }, booked);

  test('a booking is found by its code, with its office', () => {
    const typed = { code: '7k3m d9qa', nikLast4: '0001', day: '12', month: '5', year: '1990' };
    const filled = Object.entries(typed).map(
      ([field, value]): FlowEvent => ({ type: 'lookup-typed', field: field as keyof typeof typed, value }),
    );
    const asked = run(start(['bandung']), officeRead, { type: 'lookup-opened' }, ...filled, {
      type: 'lookup-submitted',
    });
    expect(asked.pending).toEqual({
      name: 'lookUpBooking',
      input: { office: 'bandung', code: '7k3m d9qa', nikLast4: '0001', birthOn: '1990-05-12' },
    });
    at(run(asked, { type: 'answered', name: 'lookUpBooking', answer: booking }), 'manage');
  });

  test('all faults of a look-up are told at once, also a code of another length', () => {
    const typed = { type: 'lookup-typed', field: 'code', value: '7k3m d9qa 12345' } as const;
    const state = run(start(['bandung']), officeRead, { type: 'lookup-opened' }, typed, { type: 'lookup-submitted' });
    expect(Object.keys(at(state, 'lookup').faults)).toEqual(['code', 'nikLast4', 'birthOn']);
  });

  test('a move asks first, and keeps the seats of all who still come', () => {
    const state = run(ticket(), { type: 'manage-opened' }, { type: 'move-wanted' }, free, {
      type: 'slot-chosen',
      slot: hold.slot,
    });
    at(state, 'move');
    expect(state.party).toBe(3);
    const moved = run(state, { type: 'move-agreed' }, { type: 'answered', name: 'moveBooking', answer: booking });
    expect(at(moved, 'ticket').news).toBe('moved');
  });

  test('cancelling asks first and can name one person', () => {
    const state = run(ticket(), { type: 'cancel-wanted', what: 'A09-018' });
    expect(state.pending).toBeUndefined();
    expect(run(state, { type: 'cancel-agreed' }).pending).toMatchObject({
      name: 'cancelApplicant',
      input: { queueCode: 'A09-018' },
    });
    expect(run(state, { type: 'cancel-declined' }, { type: 'cancel-agreed' }).pending).toBeUndefined();
  });
});

test('a fault carries nothing that was typed', () => {
  const sent = run(toReview(), { type: 'confirmed' });
  const fault = (refused(sent, 'NIK_ALREADY_BOOKED') as { fault: Fault }).fault;
  expect(JSON.stringify(fault.problem)).not.toContain('3273001205900001');
});

describe('more time', () => {
  const asked = () => run(toPeople(), { type: 'extend-wanted' });

  test.each(['OVERLOADED', 'INTERNAL', 'RATE_LIMITED'] as const)('can be asked for again after %s', (code) => {
    const state = run(asked(), refused(asked(), code));
    expect(state.hold?.extendable).toBe(true);
    expect(state.fault?.problem?.code).toBe(code);
  });

  test('is offered no more once it was given', () => {
    expect(run(asked(), refused(asked(), 'HOLD_EXTENDED')).hold?.extendable).toBe(false);
  });
});

test('who chose the list finds the list again, also after a time was lost', () => {
  const listed = run(toTime(), { type: 'calendar-opened' }, { type: 'calendar-opened', asList: true });
  expect(at(listed, 'time')).toMatchObject({ calendar: true, asList: true });
  const again = run(listed, { type: 'slot-chosen', slot: hold.slot }, held, { type: 'hold-ended' });
  expect(at(again, 'time')).toMatchObject({ calendar: false, asList: true, lost: 'expired' });
  expect(run(listed, { type: 'calendar-opened', asList: false }).asList).toBe(false);
});
