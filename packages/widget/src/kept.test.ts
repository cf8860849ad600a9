import { availability, booking, hold, newBooking, office } from '@paspor-antrean/contract/examples';
import { describe, expect, test } from 'vitest';
import { type FlowEvent, type State, start, transition } from './booking-flow.ts';
import { wholeFlow } from './flow/whole-flow.ts';
import { idleMs, writeKept } from './kept.ts';
import { readKept } from './read-kept.ts';

const now = Date.parse('2026-11-21T03:00:00Z');
const run = (state: State, ...events: FlowEvent[]) =>
  events.reduce((before, event) => transition(before, event, wholeFlow), state);
const [one] = newBooking.applicants;

const chosen = run(
  start(['bandung']),
  { type: 'answered', name: 'readOffice', answer: office },
  { type: 'service-chosen', service: 'new', party: 1 },
  { type: 'answered', name: 'readAvailability', answer: availability },
);
const filling = run(
  chosen,
  { type: 'slot-chosen', slot: hold.slot },
  { type: 'answered', name: 'holdSlot', answer: { ...hold, party: 1 } },
  { type: 'typed-person', at: 0, field: 'name', value: one?.name ?? '' },
  { type: 'typed-person', at: 0, field: 'nik', value: one?.nik ?? '' },
);
const kept = (state: State) => readKept(writeKept(state, now, 0) ?? null, now);
const type = (field: 'phone' | 'email', value: string): FlowEvent => ({ type: 'typed', field, value });

describe('what is kept', () => {
  test('is where someone was and what was typed, without the NIK', () => {
    const typed = kept(run(filling, type('phone', '+62 812-3456-78901'), type('email', 'budi1990@contoh.id')));
    expect(typed).toMatchObject({ step: 'people', office: 'bandung', service: 'new', party: 1, sent: false });
    expect(typed?.hold).toMatchObject({ id: hold.id, token: hold.token });
    expect(typed?.draft).toMatchObject({ phone: '+62 812-3456-78901', email: 'budi1990@contoh.id', restored: true });
    expect(typed?.draft.people[0]).toMatchObject({ name: one?.name, nik: '' });
    expect(writeKept(filling, now, 0)).not.toContain(one?.nik);
    const half = run(filling, { type: 'typed-person', at: 0, field: 'nik', value: '32040101' });
    expect(writeKept(half, now, 0)).not.toContain('3204');
  });

  test.each(['3204010101900001', '3204 0101 0190 0001', '32.04.01.010190.0001', 'nik 3204-0101-0190-0001 ya'])(
    'leaves out a NIK that stands in the wrong field, as in %s',
    (value) => {
      const wrong = run(filling, type('phone', value), type('email', value), {
        type: 'typed-person',
        at: 0,
        field: 'name',
        value,
      });
      expect(kept(wrong)?.draft).toMatchObject({ phone: '', email: '' });
      expect(kept(wrong)?.draft.people[0]?.name).toBe('');
    },
  );

  test('is nothing while nothing was chosen, and nothing of a booking that was cancelled', () => {
    expect(writeKept(start(['bandung']), now, 0)).toBeUndefined();
    const opened = run(start(['bandung']), { type: 'answered', name: 'readOffice', answer: office });
    expect(writeKept(opened, now, 0)).toBeUndefined();
    const ticket = run(
      { ...filling, step: 'review', outcome: undefined } as State,
      { type: 'confirmed' },
      { type: 'answered', name: 'bookHold', answer: booking },
    );
    expect(kept(ticket)?.ticket).toEqual({ id: booking.id, token: booking.token });
    expect(writeKept(ticket, now, 0)).not.toContain(booking.manageToken);
    for (const { name } of booking.applicants) expect(writeKept(ticket, now, 0)).not.toContain(name);
    expect(writeKept({ ...ticket, booking: { ...booking, status: 'cancelled' } } as State, now, 0)).toBeUndefined();
  });

  test('is also what was marked and not yet sent, and how the times are shown', () => {
    const opened = run(start(['bandung']), { type: 'answered', name: 'readOffice', answer: office });
    expect(kept(run(opened, { type: 'typed-service', party: 2 }))).toMatchObject({
      step: 'service',
      service: '',
      party: 2,
    });
    const marked = run(opened, { type: 'typed-service', service: 'renewal' });
    expect(kept(marked)).toMatchObject({ step: 'service', service: 'renewal', party: 1 });
    const listed = run(chosen, { type: 'calendar-opened' }, { type: 'calendar-opened', asList: true });
    expect(kept(listed)).toMatchObject({ step: 'time', calendar: true, asList: true, day: '' });
  });

  test('says of a booking without an answer that it was sent', () => {
    const sent = run({ ...filling, step: 'review', outcome: undefined } as State, { type: 'confirmed' });
    expect(kept(sent)?.sent).toBe(true);
  });
});

describe('what is read back', () => {
  const text = writeKept(filling, now, 0) ?? '';
  const changed = (change: object) => JSON.stringify({ ...JSON.parse(text), ...change });

  test('is what was written, for 30 minutes', () => {
    expect(readKept(text, now + idleMs - 1)?.draft.people[0]?.name).toBe(one?.name);
    expect(readKept(text, now + idleMs)).toBeUndefined();
    expect(readKept(text, now - idleMs)).toBeUndefined();
  });

  test.each([
    null,
    '',
    '{',
    '1',
    'null',
    '[]',
    '{}',
    changed({ version: 0 }),
    changed({ at: 'now' }),
    changed({ at: null }),
    changed({ party: 0 }),
    changed({ service: 'constructor' }),
    changed({ office: '..' }),
    changed({ hold: { id: '../../', token: '' } }),
    changed({ hold: null }),
    changed({ hold: [] }),
    changed({ ticket: { id: 1, token: '' } }),
    changed({ day: '2026-13-45' }),
    changed({ draft: [] }),
    changed({ draft: { people: {}, phone: '', email: '', guardian: false, restored: true } }),
    changed({ draft: { people: [], phone: '', email: '', guardian: false, restored: true } }),
    changed({ draft: { people: [{ name: 'x' }], phone: '', email: '', guardian: false, restored: true } }),
  ])('counts as nothing when it is %s', (other) => {
    expect(readKept(other, now)).toBeUndefined();
  });
});
