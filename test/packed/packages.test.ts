import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { publint } from 'publint';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { emptyFolder, type Packed, pack, published, repository, run } from './pack.ts';

let folder: string;
let packed: Packed[];
beforeAll(async () => {
  folder = await emptyFolder();
  packed = await Promise.all(published.map((name) => pack(name, folder)));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Beside what is built and what it is built from. */
const besides: Record<(typeof published)[number], RegExp> = {
  contract: /^$/,
  client: /^$/,
  widget: /^(custom-elements\.json|types\/\w+\.d\.ts)$/,
  counter: /^dist\/page\/[\w.-]+\.(css|png|svg|webmanifest)$/,
  api: /^(invariants\.sql|data\/[\w.]+|migrations\/\d{6}_\w+\.sql)$/,
};

describe.each(published)('the package %s', (name) => {
  const of = () => packed.find((found) => found.name === name) as Packed;

  test('holds what is built, its source, a README and the licence, and nothing else', () => {
    const { files } = of();
    expect(files).toEqual(expect.arrayContaining(['package.json', 'README.md', 'LICENSE', 'src/index.ts']));
    const own = /^(package\.json|README\.md|LICENSE|src\/.+\.ts|dist\/.+\.(d\.ts|js)(\.map)?)$/;
    expect(files.filter((file) => !own.test(file) && !besides[name].test(file))).toEqual([]);
    expect(files.filter((file) => /\.(test|long|stories)\.|tsbuildinfo|\.env/.test(file))).toEqual([]);
  });

  test('has each file that its package.json names, and a source for each map', async () => {
    const { files, folder: home } = of();
    const { exports, bin = {} } = JSON.parse(await readFile(join(home, 'package.json'), 'utf8'));
    const named = JSON.stringify([exports, bin]).match(/(?<="\.\/)[^"]+\.[a-z]+(?=")/g) ?? [];
    expect(named.length).toBeGreaterThan(1);
    const isThere = (name: string) => {
      const [before = '', after = name] = name.split('*');
      return files.some(
        (file) => file === name || (name.includes('*') && file.startsWith(before) && file.endsWith(after)),
      );
    };
    expect(named.filter((file) => !isThere(file))).toEqual([]);
    const maps = files.filter((file) => /^dist\/(?!embed\/).+\.d\.ts\.map$/.test(file));
    const sources = maps.map((file) => file.replace('dist/', 'src/').replace('.d.ts.map', '.ts'));
    expect(sources.filter((file) => !files.includes(file))).toEqual([]);
  });

  test('is as publint wants a package to be', async () => {
    const tarball = await readFile(of().tarball);
    const { messages } = await publint({
      strict: true,
      pack: { tarball: tarball.buffer.slice(tarball.byteOffset, tarball.byteOffset + tarball.length) as ArrayBuffer },
    });
    expect(messages).toEqual([]);
  });

  test('has types that resolve as its code does', async () => {
    const attw = join(repository, 'node_modules/@arethetypeswrong/cli/dist/index.js');
    // Of these only a browser takes the code, and no compiler.
    const entries: Partial<Record<typeof name, string[]>> = {
      widget: ['embed', 'embed/single', 'custom-elements.json'],
      counter: ['page'],
    };
    const plain = entries[name] ? ['--exclude-entrypoints', ...entries[name]] : [];
    const args = [
      attw,
      of().tarball,
      '--profile',
      'esm-only',
      '--no-color',
      '--no-emoji',
      '--format',
      'ascii',
      ...plain,
    ];
    // It ends with 1 when there is a problem that the profile does not leave out.
    expect((await run(process.execPath, args)).stdout).toContain('OK (ESM)');
  });
});
