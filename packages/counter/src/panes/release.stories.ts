import type { Meta } from '@storybook/web-components-vite';
import type { Given } from '../../stories/desk.ts';
import { type Clerk, page } from '../../stories/story.ts';

const meta: Meta = { title: 'Loket/Release' };
export default meta;

const head = (does: Given['does'] = {}): Given => ({ state: { staff: { office: 'bandung', role: 'head' } }, does });

const ask = async (clerk: Clerk, nik: string, hasCard: boolean) => {
  await clerk.open('release');
  if (hasCard) clerk.tick('[name=card]');
  clerk.enter('#release-nik', nik);
};

export const Empty = page(head(), (clerk) => clerk.open('release'));

export const NikImpossible = page(head(), async (clerk) => {
  await ask(clerk, '9901019905900001', true);
  await clerk.sees(clerk.t.nik.NIK_DAY);
});

export const NoCard = page(head(), async (clerk) => {
  await ask(clerk, '9901011205900001', false);
  await clerk.sees(clerk.t.release.cardMissing);
});

export const Freed = page(head(), async (clerk) => {
  await ask(clerk, '9901011205900001', true);
  await clerk.sees(clerk.t.release.freedNext);
});

export const WasNotHeld = page(head({ releaseClaim: async () => false }), async (clerk) => {
  await ask(clerk, '9901011205900001', true);
  await clerk.sees(clerk.t.release.notHeld);
});
