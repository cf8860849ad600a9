import { expect, test } from 'vitest';
import { person } from '../../packages/api/test/people.ts';
import { testSecrets } from '../../packages/api/test/secrets.ts';
import { startServerProcess } from '../../packages/api/test/server-process.ts';
import { weighClient } from '../../scripts/setup/weigh-client.mjs';
import { openBrowser } from '../setup/browser.ts';
import { freshDatabase } from '../setup/fresh-database.ts';

/** What a worker of a page runs: both bundles, as they are weighed, and a booking. */
const script = (bundles: string[], api: string, applicant: object) => `
  const [{ createAntreanClient }, { verifyTicket }] = await Promise.all(${JSON.stringify(bundles)}.map((code) =>
    import(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })))));
  const antrean = createAntreanClient({ baseUrl: ${JSON.stringify(api)} });
  const { privacy } = await antrean.readOffice({ office: 'bandung' });
  const booking = await antrean.book({ office: 'bandung', service: 'new', contact: { phone: '0812 0000 0001' },
    applicants: [${JSON.stringify(applicant)}], privacyVersion: privacy.version });
  const { valid } = await verifyTicket(booking.token, await antrean.readJwks());
  postMessage([booking.status, valid]);`;

test('in a worker of a page the client books and checks the ticket', async () => {
  const database = await freshDatabase('today');
  const server = await startServerProcess({ ...(await testSecrets()), DATABASE_URL: database.url });
  const browser = await openBrowser();
  try {
    const page = await browser.newPage();
    // A page of that origin without a policy of its own, which would rule out scripts like this one.
    await page.goto(`${server.url}/.well-known/jwks.json`);
    const weighed = await weighClient();
    const bundles = weighed.filter(({ name }) => !name.includes('alone')).map(({ code }) => code);
    const said = await page.evaluate(
      (code) =>
        new Promise((resolve, reject) => {
          const worker = new Worker(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })), {
            type: 'module',
          });
          worker.onmessage = ({ data }) => resolve(data);
          worker.onerror = ({ message }) => reject(new Error(message));
        }),
      script(bundles, server.url, person(63)),
    );
    expect(said).toEqual(['booked', true]);
  } finally {
    await browser.close();
    await server.kill('SIGINT');
    await database.drop();
  }
});
