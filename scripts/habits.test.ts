import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseYaml } from '@redocly/openapi-core';
import { describe, expect, test } from 'vitest';
import { faultsOf } from './setup/publishable.mjs';

const repository = fileURLToPath(new URL('../', import.meta.url));
const read = (...path: string[]) => readFileSync(join(repository, ...path), 'utf8');
const { scripts } = JSON.parse(read('package.json'));

test('what CONTRIBUTING asks for before a change is what CI runs', () => {
  const contributing = read('CONTRIBUTING.md');
  const run = [...read('.ci/run').matchAll(/^count (.+)$/gm)].map(([, command = '']) => command);
  expect(run).toEqual(['npm test', 'npm run check']);
  for (const command of run) expect(contributing).toContain(command);
  expect(contributing.split('\n').length).toBeLessThan(60);
  const { jobs } = parseYaml(read('.github/workflows/ci.yml')) as { jobs: { test: { steps: { run?: string }[] } } };
  expect(jobs.test.steps.map((step) => step.run).filter(Boolean)).toEqual(['.ci/run']);
});

test('every command of CONTRIBUTING exists', () => {
  const named = [...read('CONTRIBUTING.md').matchAll(/\bnpm (?:run )?([a-z:]+)/g)].map(([, name = '']) => name);
  expect(named.length).toBeGreaterThan(5);
  for (const name of named) expect(Object.keys(scripts)).toContain(name);
});

test('the check packs every package, without publishing it', () => {
  expect(read('scripts/check.mjs')).toContain("'../scripts/release.mjs', '--dry-run'");
});

test('each changeset names packages that exist', () => {
  const packages = readdirSync(join(repository, 'packages')).map((name) => `@paspor-antrean/${name}`);
  const notes = readdirSync(join(repository, '.changeset')).filter(
    (name) => name.endsWith('.md') && name !== 'README.md',
  );
  for (const note of notes) {
    const head = /^---\n([\s\S]*?)\n---\n\n\S/.exec(read('.changeset', note))?.[1];
    const bumps = parseYaml(head ?? '') as Record<string, string>;
    for (const [name, bump] of Object.entries(bumps)) {
      expect(packages, note).toContain(name);
      expect(['patch', 'minor', 'major'], note).toContain(bump);
    }
    expect(Object.keys(bumps).length, note).toBeGreaterThan(0);
  }
});

test('whoever reports or sends something is asked for what is needed', () => {
  for (const form of ['bug.yml', 'idea.yml']) {
    const { name, body } = parseYaml(read('.github/ISSUE_TEMPLATE', form)) as {
      name: string;
      body: { type: string }[];
    };
    expect(name).not.toBe('');
    expect(body.some(({ type }) => type === 'textarea')).toBe(true);
  }
  const pull = read('.github/PULL_REQUEST_TEMPLATE.md');
  for (const command of ['npm test', 'npm run check', 'npx changeset']) expect(pull).toContain(command);
  expect(existsSync(join(repository, 'SECURITY.md'))).toBe(true);
});

describe('a package is not published', () => {
  const good = {
    name: '@paspor-antrean/client',
    version: '0.1.0',
    description: 'x',
    license: 'Apache-2.0',
    engines: {},
    files: ['dist'],
    exports: { '.': { types: './dist/index.d.ts', default: './dist/index.js' } },
    dependencies: { '@paspor-antrean/contract': '0.1.0' },
  };
  const files = ['package.json', 'dist/index.js', 'dist/index.d.ts'];
  const versions = new Map([['@paspor-antrean/contract', '0.1.0']]);

  test('but one that is whole is', () => expect(faultsOf(good, files, versions)).toEqual([]));
  test.each([
    ['without a licence', { ...good, license: undefined }, files, 'has no license'],
    ['without a file that it names', good, files.slice(0, 2), 'names ./dist/index.d.ts and does not contain it'],
    ['with its tests', good, [...files, 'dist/a.test.js'], 'contains dist/a.test.js'],
    [
      'with what the compiler noted',
      good,
      [...files, 'dist/tsconfig.tsbuildinfo'],
      'contains dist/tsconfig.tsbuildinfo',
    ],
    [
      'that wants another version of its neighbour',
      { ...good, dependencies: { '@paspor-antrean/contract': '0.2.0' } },
      files,
      'wants @paspor-antrean/contract 0.2.0, which is 0.1.0 here',
    ],
    ['that runs something when installed', { ...good, scripts: { postinstall: 'node x' } }, files, 'postinstall'],
  ])('%s', (_, manifest, packed, says) => {
    expect(faultsOf(manifest, packed, versions).join('\n')).toContain(says);
  });
});
