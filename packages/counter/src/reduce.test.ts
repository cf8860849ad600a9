import { expect, test } from 'vitest';
import { blankPage, type PageEvent, type PageState } from './page-state.ts';
import { reduce } from './reduce.ts';

const after = (events: readonly PageEvent[]): PageState =>
  events.reduce((state: PageState, event) => reduce(state, event as never), blankPage);
const welcome: PageEvent = {
  type: 'judged',
  verdict: { kind: 'welcome', visit: null, ticket: null, waitingFor: ['A09-017'], isListed: true },
};

test('a slip of the keys after a stranger’s card does not let the ticket through', () => {
  const stranger = after([welcome, { type: 'held', holder: { fits: [] } }]);
  expect(stranger.reception?.isStranger).toBe(true);
  const slipped = reduce(stranger, { type: 'held', holder: { fault: 'NIK_LENGTH' } });
  expect(slipped.reception?.isStranger).toBe(true);
  const fits = reduce(slipped, { type: 'held', holder: { fits: ['A09-017'] } });
  expect(fits.reception?.isStranger).toBe(false);
});
