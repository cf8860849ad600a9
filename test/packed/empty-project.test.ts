import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { person } from '../../packages/api/test/people.ts';
import { testSecrets } from '../../packages/api/test/secrets.ts';
import { type ServerProcess, startServerProcess } from '../../packages/api/test/server-process.ts';
import { type FreshDatabase, freshDatabase } from '../setup/fresh-database.ts';
import { emptyProject } from './empty-project.ts';
import { run } from './pack.ts';
import { otherRuntimes } from './runtimes.ts';

let database: FreshDatabase;
let server: ServerProcess;
let project: Awaited<ReturnType<typeof emptyProject>>;
beforeAll(async () => {
  database = await freshDatabase('today');
  server = await startServerProcess({ ...(await testSecrets()), DATABASE_URL: database.url });
  project = await emptyProject('packages/client/README.md', server.url);
}, 120_000);
afterAll(async () => {
  await server.kill('SIGINT');
  await database.drop();
  await rm(project.folder, { recursive: true, force: true });
});

const confirmed = /^[0-9A-Z]{8} A\d\d-\d{3}\n$/;

describe('in an empty project with the packed packages', () => {
  test.each(['bundler', 'nodenext'] as const)('the README’s script compiles, strict, as %s', async (resolution) => {
    expect(await project.compile(resolution)).toBe('');
  });

  test('it books', async () => {
    await project.compile('nodenext');
    const { stdout } = await run(process.execPath, [join(project.folder, 'out', 'book.js')]);
    expect(stdout).toMatch(confirmed);
  });

  test('a call that cannot be does not compile', async () => {
    await project.write(
      'book.ts',
      "import { createAntreanClient } from '@paspor-antrean/client';\ncreateAntreanClient().book({});\n",
    );
    expect(await project.compile('nodenext')).toContain('book.ts(2,');
  });
});

describe('without Node', () => {
  /** Books with one entry, checks the ticket with another, and has a third refuse what is not an answer. */
  const script = (api: string, applicant: object) => `
    import { createAntreanClient } from '@paspor-antrean/client/strict';
    import { verifyTicket } from '@paspor-antrean/client/ticket';
    const antrean = createAntreanClient({ baseUrl: ${JSON.stringify(api)} });
    const office = await antrean.readOffice({ office: 'bandung' });
    const booking = await antrean.book({ office: office.id, service: 'new', contact: { phone: '0812 0000 0001' },
      applicants: [${JSON.stringify(applicant)}], privacyVersion: office.privacy.version });
    const { valid } = await verifyTicket(booking.token, await antrean.readJwks());
    for await (const { officeId } of antrean.watchAvailability({ office: 'bandung' })) {
      console.log(booking.code, booking.applicants[0].queueCode, valid, officeId);
      break;
    }`;

  test.each([
    ['bun', 61],
    ['deno', 62],
  ] as const)(
    '%s books, checks the ticket and watches',
    async (name, n) => {
      const runtimes = await otherRuntimes();
      await writeFile(join(project.folder, `${name}.mjs`), script(server.url, person(n)));
      const { stdout } = await runtimes[name](join(project.folder, `${name}.mjs`));
      expect(stdout).toMatch(/^[0-9A-Z]{8} A\d\d-\d{3} true bandung\n$/);
    },
    240_000,
  );
});
