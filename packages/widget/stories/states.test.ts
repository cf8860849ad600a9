import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Step } from '../src/flow-state.ts';
import { states, storiesOf } from './states.ts';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');

describe('every state that the machine’s type knows has a story, and every story shows one', () => {
  test.each(Object.keys(states) as Step[])('%s', (step) => {
    const told = [...read(`../src/steps/${step}.stories.ts`).matchAll(/^export const (\w+): Story/gm)];
    expect(told.map(([, name]) => name).sort()).toEqual(storiesOf(step).sort());
  });
});

test('docs/theming.md tells every property that the styles read, and no other', () => {
  const properties = (text: string) => [...new Set(text.match(/--antrean-[a-z-]+/g))].sort();
  const styles = readdirSync(new URL('../src/styles/', import.meta.url)).map((name) => read(`../src/styles/${name}`));
  expect(properties(read('../../../docs/theming.md'))).toEqual(properties(styles.join()));
});
