import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';

const folder = fileURLToPath(new URL('../../examples/sdk-script/', import.meta.url));
let data: string;
beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'antrean-script-'));
});
afterAll(() => rm(data, { recursive: true }));

const book = (...args: string[]) =>
  new Promise<{ code: number; out: string; err: string }>((resolve) => {
    const { PATH = '', HOME = '' } = process.env;
    const env = { PATH, HOME, DATA_DIR: data };
    execFile(process.execPath, ['book.js', ...args], { cwd: folder, env }, (error, out, err) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, out, err }),
    );
  });

test('the example sdk-script ends in a confirmed booking, and a person cannot book twice', async () => {
  const first = await book();
  expect(first.out).toMatch(/^Held 2\d{3}-\d\d-\d\dT\d\d:00:00\+07:00 until /m);
  expect(first.out).toMatch(/^Booked [0-9A-Z]{8}: A\d\d-001, Kantor Imigrasi Bandung, 2\d{3}-/m);
  expect(first).toMatchObject({ code: 0, err: '' });
  const again = await book('--office', 'medan');
  expect(again).toMatchObject({ code: 1, err: expect.stringMatching(/^Refused, NIK_ALREADY_BOOKED: /) });
}, 120_000);
