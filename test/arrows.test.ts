import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { packageFaults } from './arrows/package-rules.ts';
import { readModule, type SourceFile } from './arrows/read-imports.ts';
import { sliceFaults } from './arrows/slice-rules.ts';

const repository = fileURLToPath(new URL('..', import.meta.url));

function sources(): SourceFile[] {
  const folders = readdirSync(join(repository, 'packages')).map((name) => `packages/${name}/src`);
  return folders
    .filter((folder) => existsSync(join(repository, folder)))
    .flatMap((folder) =>
      readdirSync(join(repository, folder), { recursive: true, encoding: 'utf8' })
        .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
        .filter((path) => path.endsWith('.ts') && !/\.(?:test|long|stories)\.ts$/.test(path)),
    )
    .map((path) => ({ path, text: readFileSync(join(repository, path), 'utf8') }));
}

function faults(files: SourceFile[]): string[] {
  const modules = files.map(readModule);
  return [...packageFaults(modules), ...sliceFaults(modules)];
}

describe('who may import whom', () => {
  it('is held by every source file', () => {
    const files = sources();
    expect(files.length).toBeGreaterThan(10);
    expect(faults(files)).toEqual([]);
  });
});

/** A check that cannot fail would be none: each arrow is broken once. */
describe('the check of the arrows', () => {
  it.each([
    ['contract/src/a.ts', "import { z } from 'zod'", 'imports zod'],
    ['client/src/a.ts', "import { Office } from '@paspor-antrean/contract'", 'imports @paspor-antrean/contract'],
    ['client/src/a.ts', "export { type Office } from '@paspor-antrean/contract'", 'imports @paspor-antrean/contract'],
    ['client/src/a.ts', "import '../../contract/src/wire.ts'", 'imports packages/contract/src/wire.ts'],
    ['widget/src/a.ts', "const v = () => import('valibot')", 'imports valibot'],
    ['counter/src/a.ts', "import { a } from '@paspor-antrean/widget'", 'imports @paspor-antrean/widget'],
    ['counter/src/a.ts', "import { office } from '@paspor-antrean/contract'", 'imports @paspor-antrean/contract'],
    ['api/src/site/a.ts', "import { html } from 'lit'", 'imports lit'],
    ['api/src/app.ts', "import type { A } from '@paspor-antrean/client'", 'imports @paspor-antrean/client'],
    ['api/src/db/a.ts', "import { a } from '../offices/offices.ts'", 'is a leaf'],
    ['api/src/postgres/a.ts', "import { now } from '../clock.ts'", 'is a leaf that knows nothing of the API'],
    ['api/src/clock.ts', "import { a } from './app.ts'", 'is a leaf'],
    ['api/src/offices/offices.ts', "import { a } from '../booking/booking.ts'", 'offices may not know booking'],
    ['api/src/booking/booking.ts', "import { a } from '../offices/queries.ts'", 'the inside of another slice'],
    ['api/src/booking/booking.ts', "import { a } from '../offices/routes.ts'", 'the inside of another slice'],
    ['api/src/booking/booking.ts', "import { a } from '../app.ts'", 'which knows all slices'],
    ['api/src/booking/booking.ts', "import { Hono } from 'hono'", 'holds rules, no HTTP'],
    ['api/src/booking/queries.ts', "import { now } from '../clock.ts'", 'is SQL only'],
    ['api/src/booking/routes.ts', "import { q } from './queries.ts'", 'goes past the rules'],
    ['widget/src/a.ts', "customElements.define('a-b', A)", 'does something when it is imported'],
    ['api/src/http/a.ts', "import './b.ts'", 'does something when it is imported'],
    ['api/src/http/a.ts', 'export const port = await ask()', 'does something when it is imported'],
    ['api/src/http/a.ts', 'if (process.env.A) start()', 'does something when it is imported'],
  ])('reports %s with %s', (path, text, fault) => {
    expect(faults([{ path: `packages/${path}`, text }])).toContainEqual(expect.stringContaining(fault));
  });

  it('follows wire.ts to a valibot behind it', () => {
    const wire = { path: 'packages/contract/src/wire.ts', text: "export { codes } from './codes.ts'" };
    const codes = {
      path: 'packages/contract/src/codes.ts',
      text: "import * as v from 'valibot'; export const codes = v",
    };
    expect(faults([wire, codes])).toEqual(['contract/wire.ts reaches valibot, through packages/contract/src/codes.ts']);
    expect(faults([{ ...wire, text: "export type { Codes } from './codes.ts'" }, codes])).toEqual([]);
  });

  it.each(['node:fs', 'fs', '@hono/node-server'])('follows edge.ts to a %s behind it', (builtin) => {
    const edge = { path: 'packages/api/src/edge.ts', text: "import { app } from './app.ts'" };
    const app = { path: 'packages/api/src/app.ts', text: `import { a } from '${builtin}'; export const app = a` };
    expect(faults([edge, app])).toEqual([`api/edge.ts reaches ${builtin}, through packages/api/src/app.ts`]);
    expect(faults([edge, { ...app, text: `import type { a } from '${builtin}'` }])).toEqual([]);
  });

  it.each(['node:fs', 'fs', '@hono/node-server'])('follows edge.ts to a %s behind it', (builtin) => {
    const edge = { path: 'packages/api/src/edge.ts', text: "import { app } from './app.ts'" };
    const app = { path: 'packages/api/src/app.ts', text: `import { a } from '${builtin}'; export const app = a` };
    expect(faults([edge, app])).toEqual([`api/edge.ts reaches ${builtin}, through packages/api/src/app.ts`]);
    expect(faults([edge, { ...app, text: `import type { a } from '${builtin}'` }])).toEqual([]);
  });

  it.each([
    ['client/src/a.ts', "import type { Office } from '@paspor-antrean/contract'"],
    ['client/src/a.ts', "import { endpoints } from '@paspor-antrean/contract/wire'"],
    ['widget/src/steps/a.ts', "import { html } from 'lit/html.js'; export const a = () => html`x`"],
    ['widget/src/define.ts', "import { A } from './a.ts'; customElements.define('a-b', A)"],
    ['api/src/booking/booking.ts', "import { a } from '../ticket/sign.ts'; import { b } from './queries.ts'"],
    ['api/src/booking/queries.ts', "import { sql } from '../db/sql.ts'; import type { A } from './booking.ts'"],
    ['api/src/db/a.ts', "import { now } from '../clock.ts'; export const later = async () => await now()"],
    ['api/src/node.ts', "import { app } from './app.ts'; await serve(app)"],
  ])('lets %s do what it may: %s', (path, text) => {
    expect(faults([{ path: `packages/${path}`, text }])).toEqual([]);
  });
});
