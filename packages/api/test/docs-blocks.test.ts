import { execFile, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { parseYaml } from '@redocly/openapi-core';
import { transform } from 'lightningcss';
import { type DefaultTreeAdapterTypes, parse, parseFragment } from 'parse5';
import phpParser from 'php-parser';
import postgres from 'postgres';
import { afterAll, describe, expect, test } from 'vitest';
import { freshDatabase } from '../../../test/setup/fresh-database.ts';

const run = promisify(execFile);
const repository = fileURLToPath(new URL('../../../', import.meta.url));
const { scripts } = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8'));

interface Block {
  /** `docs/api.md:12 js` */
  name: string;
  language: string;
  /** It stands on what an earlier block said, so it is parsed and its types are not looked at. */
  isPart: boolean;
  code: string;
}

const listed = spawnSync('git', ['ls-files', '-co', '--exclude-standard', '*.md'], {
  cwd: repository,
  encoding: 'utf8',
});
const pages = listed.stdout.trim().split('\n');
const textOf = (page: string) => readFileSync(join(repository, page), 'utf8');
const blocks: Block[] = pages.flatMap((page) => {
  const text = textOf(page);
  return [...text.matchAll(/^([ \t]*)```(\w*)(.*)\n([\s\S]*?)^\1```$/gm)].map((found) => {
    const [, , language = '', rest = '', code = ''] = found;
    const line = text.slice(0, found.index).split('\n').length;
    return { name: `${page}:${line} ${language}`, language, isPart: rest.trim() === 'part', code };
  });
});

const html = (code: string): string[] => {
  const faults: string[] = [];
  const options = {
    sourceCodeLocationInfo: true,
    onParseError: ({ code }: { code: string }) => void faults.push(code),
  };
  const isDocument = /^\s*<!doctype/i.test(code);
  const tree = isDocument ? parse(code, options) : parseFragment(code, options);
  const isVoid = /^(area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/;
  const walk = (node: DefaultTreeAdapterTypes.Node) => {
    const location = 'tagName' in node ? node.sourceCodeLocation : undefined;
    if ('tagName' in node && location && !isVoid.test(node.tagName) && !location.endTag)
      faults.push(`${node.tagName} is not closed`);
    if ('childNodes' in node) node.childNodes.forEach(walk);
  };
  walk(tree);
  return faults;
};

const throwing =
  (parse: (code: string) => unknown) =>
  (code: string): string[] => {
    try {
      parse(code);
      return [];
    } catch (error) {
      return [(error as Error).message];
    }
  };

/** A shell that reads it without running it, and the scripts and files that it names. */
const sh = (code: string): string[] => {
  const { status, stderr } = spawnSync('bash', ['-n'], { input: code, encoding: 'utf8' });
  const missing = [...code.matchAll(/\bnpm run ([\w:-]+)/g)].filter(([, name = '']) => !scripts[name]);
  const files = [...code.matchAll(/\bnode ((?:packages|scripts|examples)\/\S+)/g)].filter(
    ([, file = '']) => !existsSync(join(repository, file)),
  );
  return [...(status === 0 ? [] : [stderr]), ...[...missing, ...files].map(([all]) => `there is no \`${all}\``)];
};

/** Statements as PostgreSQL takes them, and takes them back. */
const sql = async (code: string): Promise<string[]> => {
  const database = await freshDatabase();
  const connection = postgres(database.url, { max: 1, onnotice: () => {} });
  try {
    await connection.begin(async (within) => {
      await within.unsafe(code);
      throw new Error('taken back');
    });
    return [];
  } catch (error) {
    const { message } = error as Error;
    return message === 'taken back' ? [] : [message];
  } finally {
    await connection.end();
    await database.drop();
  }
};

/** What a block can be, and what is wrong with one. Programs go to the compiler, all together, further down. */
const checks: Record<string, (code: string) => string[] | Promise<string[]>> = {
  sh,
  html,
  sql,
  php: throwing((code) => new phpParser.Engine({}).parseCode(`<?php\n${code}`, 'block.php')),
  json: throwing(JSON.parse),
  yaml: throwing(parseYaml),
  css: throwing((code) => transform({ filename: 'block.css', code: Buffer.from(code) })),
  text: () => [],
};
const programs = ['ts', 'tsx', 'js', 'jsonc'];

/** All programs at once through the real compiler; what it says, by the name of the block. */
const compile = async (whole: Block[], isPart: boolean): Promise<string> => {
  const folder = await mkdtemp(join(repository, '.cache', 'docs-'));
  folders.push(folder);
  const names = new Map<string, string>();
  for (const [at, { name, language, code }] of whole.entries()) {
    const file = `block-${at}.${language === 'jsonc' ? 'ts' : language}`;
    names.set(file, name);
    await writeFile(join(folder, file), language === 'jsonc' ? `export default ${code}` : `${code}\nexport {};\n`);
  }
  const compilerOptions = {
    composite: false,
    declaration: false,
    declarationMap: false,
    noEmit: true,
    noCheck: isPart,
    allowJs: true,
    jsx: 'preserve',
    lib: ['es2023', 'dom', 'dom.iterable'],
    types: ['node'],
  };
  await writeFile(
    join(folder, 'tsconfig.json'),
    JSON.stringify({ extends: '../../tsconfig.base.json', compilerOptions }),
  );
  const tsc = join(repository, 'node_modules/typescript/bin/tsc');
  const said = await run(process.execPath, [tsc, '-p', folder, '--pretty', 'false'], { cwd: folder }).then(
    () => '',
    (error: { stdout: string }) => error.stdout,
  );
  return said.replace(/block-\d+\.\w+/g, (file) => names.get(file) ?? file);
};
const folders: string[] = [];
afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true });
});

test('there are blocks of every kind that matters', () => {
  const languages = new Set(blocks.map(({ language }) => language));
  for (const language of ['sh', 'ts', 'js', 'html', 'css', 'json']) expect(languages).toContain(language);
});

describe('a block that is shown', () => {
  test.each(blocks.map((block) => [block.name, block] as const))('%s', async (_, { language, code }) => {
    if (programs.includes(language)) return expect(code.trim()).not.toBe('');
    expect(Object.keys(checks), 'a language that no check knows').toContain(language);
    expect(await checks[language]?.(code)).toEqual([]);
  });

  test('compiles where it is a program', async () => {
    await mkdir(join(repository, '.cache'), { recursive: true });
    const shown = blocks.filter(({ language }) => programs.includes(language));
    for (const isPart of [false, true]) {
      const some = shown.filter((block) => block.isPart === isPart);
      if (some.length > 0) expect(await compile(some, isPart)).toBe('');
    }
  });
});

describe('the checks refuse', () => {
  test.each([
    ['sh', 'if true; then echo'],
    ['sh', 'npm run no-such-script'],
    ['sh', 'node scripts/no-such-file.mjs'],
    ['json', '{ a: 1 }'],
    ['html', '<p>never closed'],
    ['html', '<p class="a" class="b"></p>'],
    ['css', 'a { color: red; } }'],
    ['yaml', 'a: [1'],
  ])('%s: %s', (language, code) => expect(checks[language]?.(code)).not.toEqual([]));

  test('programs that do not compile', async () => {
    const block = (code: string, language = 'ts') => ({ name: 'here', language, isPart: false, code });
    expect(await compile([block("const a: number = 'text'; console.log(a);")], false)).toContain(
      'here(1,7): error TS2322',
    );
    expect(await compile([block("import { nothing } from '@paspor-antrean/client';")], false)).toContain('TS2305');
    expect(await compile([block('const a = ;', 'js')], false)).toContain('error TS1109');
    expect(await compile([block('const a = ;')], true)).toContain('error TS1109');
    expect(await compile([block('hold.then(console.log);')], true)).toBe('');
  });
});

test('every script that a page names is there', async () => {
  for (const page of pages) {
    for (const [, name = ''] of (await readFile(join(repository, page), 'utf8')).matchAll(/`npm run ([\w:-]+)/g)) {
      expect(Object.keys(scripts), page).toContain(name);
    }
  }
});
