import { createAntreanClient } from '@paspor-antrean/client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { draft, person } from '../../packages/api/test/people.ts';
import { type Example, startExample } from './example-process.ts';

/** An example runs as its README says, from its start to a confirmed booking to its end. */
const example = (name: string, more: (ask: (path: string) => Promise<Response>) => void): void => {
  describe(`the example ${name}`, () => {
    let started: Example;
    beforeAll(async () => {
      started = await startExample(name);
    }, 120_000);
    afterAll(async () => {
      expect(await started.stop()).toBe(0);
    });

    test('ends in a confirmed booking', async () => {
      const antrean = createAntreanClient({ baseUrl: started.url });
      const office = await antrean.readOffice({ office: 'bandung' });
      const hold = await antrean.holdSlot({ office: 'bandung', service: 'new' });
      const visit = draft([person(1)], { privacyVersion: office.privacy.version });
      const booked = await antrean.bookHold({ office: 'bandung', token: hold.token, ...visit });
      const shown = await antrean.readBooking({ office: 'bandung', id: booked.id, token: booked.token });
      expect(shown).toMatchObject({ code: booked.code, status: 'booked', slot: { slot: hold.slot.slot } });
    });

    more(async (path) => await fetch(started.url + path));
  });
};

example('node-server', (ask) => {
  test('has its own route beside those of the API', async () => {
    expect(await (await ask('/halo')).text()).toBe('A route of your own.\n');
    expect((await ask('/readyz')).status).toBe(200);
    expect((await ask('/kantor/bandung')).status).toBe(200);
  });
});

example('edge-worker', (ask) => {
  test('serves the office page, and the files beside it with the headers that they have everywhere', async () => {
    expect((await ask('/readyz')).status).toBe(200);
    expect(await (await ask('/kantor/bandung')).text()).toContain('<paspor-antrean');
    const { script } = await (await ask('/widget/versions.json')).json();
    const versioned = await ask(script);
    expect(versioned.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(versioned.headers.get('access-control-allow-origin')).toBe('*');
    expect(versioned.headers.get('content-type')).toMatch(/^text\/javascript/);
    expect((await ask('/docs/swagger-ui-bundle.js')).status).toBe(200);
    expect((await ask('/widget/nothing.js')).status).toBe(404);
  });
});
