import { Refused } from '@paspor-antrean/client';
import type { Meta } from '@storybook/web-components-vite';
import { aDay } from '../../stories/desk.ts';
import { page } from '../../stories/story.ts';

const meta: Meta = { title: 'Loket/Walk-in' };
export default meta;

const full = new Refused({
  type: '/docs/problems#SLOT_FULL',
  title: 'Full',
  status: 409,
  code: 'SLOT_FULL',
  detail: 'No seat is left today.',
});
const walkIn = aDay().visits.find(({ channel }) => channel === 'priority');

export const Empty = page({}, (clerk) => clerk.open('walk-in'));

export const NikImpossible = page({}, async (clerk) => {
  await clerk.open('walk-in');
  clerk.enter('#walk-in-nik', '9901');
  await clerk.sees(clerk.t.nik.NIK_LENGTH);
});

export const Admitted = page({ does: walkIn && { admitWalkIn: async () => walkIn } }, async (clerk) => {
  await clerk.open('walk-in');
  clerk.enter('#walk-in-nik', '9901011205500001');
  await clerk.sees(clerk.t.walkIn.admittedNext);
});

export const Full = page({ does: { admitWalkIn: () => Promise.reject(full) } }, async (clerk) => {
  await clerk.open('walk-in');
  clerk.enter('#walk-in-nik', '9901011205500001');
  await clerk.sees(clerk.t.trouble.SLOT_FULL);
});

export const NoChannel = page({ state: { day: { ...aDay(), seats: [] } } }, async (clerk) => {
  await clerk.open('walk-in');
  await clerk.sees(clerk.t.walkIn.none);
});
