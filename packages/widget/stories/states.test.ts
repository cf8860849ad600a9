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

describe('docs/theming.md tells', () => {
  const docs = read('../../../docs/theming.md');
  const folder = new URL('../src/styles/', import.meta.url);
  const styles = readdirSync(folder).map((name) => read(`../src/styles/${name}`));

  test('every property that the styles read, and no other', () => {
    const properties = (text: string) => [...new Set(text.match(/--antrean-[a-z-]+/g))].sort();
    expect(properties(docs)).toEqual(properties(styles.join()));
  });

  test('what stands in its place where it is not set', () => {
    // Of two the later: the one for browsers that know light and dark.
    const read = /var\((--antrean-[a-z-]+), ((?:[^()]|\([^()]*\))+)\)/g;
    const defaults = Object.fromEntries([...styles.join().matchAll(read)].map(([, name, value]) => [name, value]));
    const told = [...docs.matchAll(/^\| `(--antrean-[a-z-]+)` \| `(.+?)` \|/gm)].map(([, name, value]) => [
      name,
      value,
    ]);
    expect(Object.fromEntries(told)).toEqual(defaults);
  });

  test('every part, and no other', () => {
    const element = read('../src/paspor-antrean.ts');
    const parts = [...element.matchAll(/\bpart="([^"]+)"/g)].map(([, name]) => name);
    const told = [...docs.matchAll(/::part\(([a-z-]+)\)/g)].map(([, name]) => name);
    expect([...new Set(told)]).toEqual(parts);
  });
});
