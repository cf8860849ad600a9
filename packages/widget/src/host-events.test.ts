import { booking, hold, office } from '@paspor-antrean/contract/examples';
import { expect, test } from 'vitest';
import { start, transition } from './booking-flow.ts';
import { bookingEvents } from './events-of-booking.ts';
import { wholeFlow } from './flow/whole-flow.ts';
import { hostEvents } from './host-events.ts';

test('the host page hears what was booked and never who', () => {
  const held = {
    ...start(['bandung']),
    step: 'review',
    office,
    service: 'new',
    hold,
    outcome: undefined,
    pending: undefined,
  } as const;
  const event = { type: 'answered', name: 'bookHold', answer: booking } as const;
  const after = transition(held, event, wholeFlow);
  const events = [...hostEvents(held, event, after), ...bookingEvents(held, event, after)];
  expect(events.map(({ type }) => type)).toEqual(['antrean-step', 'antrean-booked']);
  expect(events[1]).toMatchObject({ officeId: 'bandung', slot: '2026-12-01T09:00', party: 3, moved: false });
  expect(JSON.stringify(events)).not.toMatch(/Budi|0001|7K3MD9QA/);
});
