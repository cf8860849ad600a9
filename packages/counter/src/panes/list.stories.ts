import { Refused, Unreachable } from '@paspor-antrean/client';
import type { Meta } from '@storybook/web-components-vite';
import { aDay } from '../../stories/desk.ts';
import { page } from '../../stories/story.ts';

const meta: Meta = { title: 'Loket/List' };
export default meta;

const booth = { booth: 'Loket 3' };
const rejects = (error: Error) => ({ does: { call: () => Promise.reject(error) } });
const called = new Refused({
  type: '/docs/problems#ALREADY_CALLED',
  title: 'Called already',
  status: 409,
  code: 'ALREADY_CALLED',
  detail: 'Another booth called this person.',
});

export const Today = page({}, async (clerk) => clerk.open('list'), booth);

export const NoBooth = page({}, async (clerk) => {
  await clerk.open('list');
  clerk.press(clerk.t.booth.next('A09-017'));
  await clerk.sees(clerk.t.booth.noBooth);
});

export const Waiting = page(
  {},
  async (clerk) => {
    await clerk.open('list');
    clerk.tick('.chip.waiting');
    await clerk.seesNot('A09-021');
  },
  booth,
);

export const Searched = page(
  {},
  async (clerk) => {
    await clerk.open('list');
    clerk.type('#search', 'a09 02');
    await clerk.seesNot('A10-001');
  },
  booth,
);

export const NothingFound = page({}, async (clerk) => {
  await clerk.open('list');
  clerk.type('#search', 'Z');
  await clerk.sees(clerk.t.list.none);
});

export const CalledElsewhere = page(
  rejects(called),
  async (clerk) => {
    await clerk.open('list');
    clerk.press(clerk.t.booth.next('A09-017'));
    await clerk.sees(clerk.t.trouble.ALREADY_CALLED);
  },
  booth,
);

export const NoNetworkToCall = page(
  { ...rejects(new Unreachable('offline')), state: { online: false } },
  async (clerk) => {
    await clerk.open('list');
    clerk.press(clerk.t.booth.next('A09-017'));
    await clerk.sees(clerk.t.trouble.UNREACHABLE);
  },
  booth,
);

export const NobodyYet = page({ state: { day: { ...aDay(), visits: [] } } }, async (clerk) => {
  await clerk.open('list');
  await clerk.sees(clerk.t.list.empty);
});

export const NotLoaded = page({ state: { day: null, asOf: null, online: false } }, async (clerk) => {
  await clerk.open('list');
  await clerk.sees(clerk.t.list.notYet);
});
