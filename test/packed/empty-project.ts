import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { emptyFolder, npm, pack, repository, run } from './pack.ts';

/** The first TypeScript block of a page. */
const block = async (page: string): Promise<string> => {
  const found = /```ts\n([\s\S]*?)```/.exec(await readFile(join(repository, page), 'utf8'))?.[1];
  if (!found) throw new Error(`${page} has no ts block`);
  return found;
};

/** What a developer has who begins with nothing: a folder, the packed packages in it, and the README's script. */
export const emptyProject = async (page: string, api: string) => {
  const folder = await emptyFolder();
  const write = (name: string, text: string) => writeFile(join(folder, name), text);
  await write('package.json', JSON.stringify({ name: 'empty', private: true, type: 'module' }));
  const packed = await Promise.all(['contract', 'client'].map((name) => pack(name, folder)));
  await npm(['install', '--no-audit', '--no-fund', ...packed.map(({ tarball }) => tarball)], folder);
  await write('book.ts', (await block(page)).replaceAll('http://localhost:8787', api));
  /** What the compiler says, strict and with no declaration left out; nothing when all is well. */
  const compile = async (module: 'nodenext' | 'bundler'): Promise<string> => {
    const how = module === 'bundler' ? { module: 'esnext', moduleResolution: 'bundler' } : { module };
    const strict = {
      strict: true,
      skipLibCheck: false,
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
    };
    const compilerOptions = {
      ...how,
      ...strict,
      target: 'es2022',
      lib: ['es2022', 'dom', 'dom.iterable'],
      types: [],
      outDir: 'out',
    };
    await write('tsconfig.json', JSON.stringify({ compilerOptions, files: ['book.ts'] }));
    const tsc = join(repository, 'node_modules/typescript/bin/tsc');
    const { stdout } = await run(process.execPath, [tsc, '-p', folder]).catch((error: { stdout: string }) => error);
    return stdout;
  };
  return { folder, compile, write };
};
