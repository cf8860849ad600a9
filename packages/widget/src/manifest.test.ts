import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as own from './index.ts';

const { PasporAntrean, ...events } = own;

const here = (path: string) => new URL(path, import.meta.url);
const manifest = JSON.parse(readFileSync(here('../custom-elements.json'), 'utf8'));
const element = manifest.modules.flatMap((module: { declarations?: unknown[] }) => module.declarations ?? [])[0];
const names = (list: { name: string }[]) => list.map(({ name }) => name).sort();
const all = (pattern: RegExp, text: string) => [...new Set([...text.matchAll(pattern)].map(([, name]) => name))].sort();
/** The whole widget as text. */
const source = readdirSync(here('.'), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && !/\.test\.ts$|^doctor/.test(path))
  .map((path) => readFileSync(here(path), 'utf8'))
  .join('\n');

test('the manifest names the attributes that the class observes, and those that every element has', () => {
  const observed = PasporAntrean.observedAttributes.filter((name) => name !== 'lang');
  expect(names(element.attributes)).toEqual([...observed, 'doctor', 'lang', 'slot'].sort());
});

test('the manifest names the class’s own properties and methods', () => {
  const own = Object.getOwnPropertyNames(PasporAntrean.prototype);
  const inner = /^(?:constructor|connectedCallback|render)$/;
  expect(names(element.members)).toEqual(own.filter((name) => !inner.test(name)).sort());
});

test('the manifest names each event and its class', () => {
  const classes = Object.entries(events).map(([name, { type }]) => ({ name: type, type: { text: name } }));
  const said = element.events.map(({ name, type }: { name: string; type: object }) => ({ name, type }));
  const byName = (one: { name: string }, other: { name: string }) => one.name.localeCompare(other.name);
  expect(said.sort(byName)).toEqual(classes.sort(byName));
});

test('the manifest names each part, slot and custom property of the style sheets', () => {
  expect(names(element.cssParts)).toEqual(all(/\bpart="([^"]+)"/g, source));
  expect(names(element.cssProperties)).toEqual(all(/var\((--antrean-[a-z-]+)/g, source));
  expect(names(element.slots)).toEqual(all(/<slot(?: name="([^"]+)")?>/g, source).map((name) => name ?? ''));
});

test('what the manifest points to is built', () => {
  for (const { path } of manifest.modules) expect(readFileSync(here(`../${path}`), 'utf8')).not.toBe('');
});
