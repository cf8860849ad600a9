import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const run = promisify(execFile);
const repository = fileURLToPath(new URL('../../../', import.meta.url));

/** In a plain process, the built package as Node finds it: without a DOM and without the test runner's globals. */
const namesOf = async (specifier: string) => {
  const code = `console.log(JSON.stringify(Object.keys(await import('${specifier}'))), typeof HTMLElement)`;
  const { stdout, stderr } = await run(process.execPath, ['--input-type=module', '--eval', code], { cwd: repository });
  expect(stderr).toBe('');
  const [, names = '', dom] = stdout.match(/^(\[.*\]) (\w+)$/m) ?? [];
  expect(dom).toBe('undefined');
  return JSON.parse(names);
};

test.each(['@paspor-antrean/widget', '@paspor-antrean/widget/define'])(
  '%s can be imported where pages are rendered on a server, and does nothing there',
  async (specifier) => {
    expect(await namesOf(specifier)).toContain('PasporAntrean');
  },
);
