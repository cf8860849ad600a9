import { describe, expect, test } from 'vitest';
import { aDay } from '../../stories/desk.ts';
import { bySlot, countStages, matches, nextToCall, nowCalled, peopleOf, walkInChannels } from './people.ts';

const day = aDay();
const people = peopleOf(day);
const named = (queueCode: string) => people.filter((person) => person.queueCode === queueCode);

describe('the day’s list', () => {
  test('counts everyone once, by how far they have come', () => {
    expect(countStages(people)).toEqual({ due: 10, waiting: 4, called: 2, served: 3, missed: 1 });
  });

  test('leaves out who cancelled', () => {
    const [visit] = day.visits;
    if (!visit) throw new Error('The day is empty');
    const applicants = visit.applicants.map((one) => ({ ...one, status: 'cancelled' as const }));
    expect(peopleOf({ ...day, visits: [{ ...visit, applicants }] })).toEqual([]);
  });

  test('stands in the order of the slots, each slot once', () => {
    expect(bySlot(people).map(([visit]) => visit.slot.slice(11))).toEqual(['08:00', '09:00', '10:00']);
    expect(bySlot(people).flatMap(([, there]) => there)).toHaveLength(people.length);
  });

  test('is searched by a queue code or a booking code, however it is typed', () => {
    expect(people.filter((person) => matches(person, 'a09 021')).map(({ queueCode }) => queueCode)).toEqual([
      'A09-021',
    ]);
    const [person] = named('A09-021');
    expect(person && matches(person, (person.visit.code ?? '').toLowerCase())).toBe(true);
    // A walk-in has no booking code.
    expect(named('P09-001').some((person) => matches(person, '7K3M'))).toBe(false);
  });
});

describe('next to call is', () => {
  test('who has the earliest slot, and of those who came first', () => {
    expect(nextToCall(people)?.queueCode).toBe('A09-017');
    const later = named('A09-020').map((person) => ({ ...person, arrivedAt: '2026-12-01T08:30:00+07:00' }));
    expect(nextToCall([...named('A09-017'), ...later])?.queueCode).toBe('A09-020');
    const earlier = later.map((person) => ({
      ...person,
      visit: { ...person.visit, startsAt: '2026-12-01T10:00:00+07:00' },
    }));
    expect(nextToCall([...named('A09-017'), ...earlier])?.queueCode).toBe('A09-017');
  });

  test('nobody who was called, or has not come', () => {
    expect(nextToCall(people.filter(({ stage }) => stage !== 'waiting'))).toBeUndefined();
  });
});

test('a booth sees whom it called last, and not whom another called', () => {
  expect(nowCalled(people, 'Loket 3')?.queueCode).toBe('A09-016');
  expect(nowCalled(people, 'Loket 7')?.queueCode).toBe('A08-005');
  expect(nowCalled(people, '')).toBeUndefined();
});

test('a channel has the seats of slots that have not ended', () => {
  expect([...walkInChannels(day, new Date('2026-12-01T09:12:00+07:00'))]).toEqual([['priority', 8]]);
  expect([...walkInChannels(day, new Date('2026-12-01T10:00:00+07:00'))]).toEqual([['priority', 5]]);
});
