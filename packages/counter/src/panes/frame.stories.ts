import type { Meta } from '@storybook/web-components-vite';
import { expect } from 'storybook/test';
import { clash } from '../../stories/desk.ts';
import { page } from '../../stories/story.ts';

const meta: Meta = { title: 'Loket/Frame' };
export default meta;

export const OldData = page({ state: { asOf: new Date('2026-12-01T07:05:00+07:00') } }, (clerk) =>
  clerk.sees(clerk.t.status.dataHours(2)),
);

export const Offline = page({ state: { online: false, unsent: 3 } }, (clerk) => clerk.sees(clerk.t.status.unsent(3)));

export const SignInExpired = page({ state: { isExpired: true, unsent: 2 } }, (clerk) =>
  clerk.sees(clerk.t.status.expired),
);

export const ClockOff = page(
  { state: { clockOffMs: -7 * 60_000, asOf: new Date('2026-12-01T09:18:00+07:00') } },
  async (clerk) => {
    await clerk.sees(clerk.t.status.clockOff(7));
    // By the server's clock: it is 09:19 there.
    await clerk.sees(clerk.t.status.dataMinutes(1));
  },
);

const clashes = [
  clash({ sequence: 12 }),
  clash({ sequence: 13, outcome: 'refused', code: 'BOOKING_CANCELLED', queueCodes: ['A09-031', 'A09-032'] }),
];

export const Clashes = page({ state: { clashes } }, (clerk) => clerk.sees(clerk.t.clashes.title(2)));

export const ClashSeen = page({ state: { clashes } }, async (clerk) => {
  clerk.press(clerk.t.clashes.dismiss);
  await clerk.sees(clerk.t.clashes.title(1));
});

export const LeavingWithUnsent = page({ state: { online: false, unsent: 3 } }, async (clerk) => {
  clerk.press(clerk.t.status.signOut);
  expect(clerk.find<HTMLDialogElement>('dialog').open).toBe(true);
});

export const LeavingNotSent = page({ state: { online: false, unsent: 3 } }, async (clerk) => {
  clerk.press(clerk.t.status.signOut);
  clerk.press(clerk.t.leaving.sendFirst);
  await clerk.sees(clerk.t.leaving.notSent);
});

export const SignedOut = page({}, async (clerk) => {
  clerk.press(clerk.t.status.signOut);
  await clerk.sees(clerk.t.signIn.title);
});

export const NoProvider = page(null, (clerk) => clerk.sees(clerk.t.signIn.none));

export const Provider = page(null, async (clerk) => {
  clerk.enterBy({ open: async () => null, signIn: async () => {} });
  await clerk.sees(clerk.t.signIn.enter);
});

export const ChoosingTheOffice = page(null, async (clerk) => {
  const places = [
    { id: 'bandung', name: 'Kantor Imigrasi Bandung' },
    { id: 'malang', name: 'Kantor Imigrasi Malang' },
  ];
  clerk.enterBy({ open: (choose) => choose(places).then(() => null), signIn: async () => {} });
  await clerk.sees(clerk.t.signIn.office);
});

export const ProviderUnreachable = page(null, async (clerk) => {
  clerk.enterBy({ open: async () => null, signIn: () => Promise.reject(new Error('unreachable')) });
  await clerk.sees(clerk.t.signIn.enter);
  clerk.press(clerk.t.signIn.enter);
  await clerk.sees(clerk.t.signIn.failed);
});
