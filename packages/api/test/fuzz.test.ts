import { allEndpoints, type Endpoint } from '@paspor-antrean/contract';
import * as examples from '@paspor-antrean/contract/examples';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { draft, person } from './people.ts';
import { openTestOffice, type TestOffice } from './test-office.ts';

let office: TestOffice;
let tokens: Record<string, string>;
let id: string;
let staffToken: string;
beforeAll(async () => {
  office = await openTestOffice();
  const hold = await office.antrean.holdSlot({ office: 'bandung', service: 'new' });
  const booking = await office.antrean.bookHold({ office: 'bandung', token: hold.token, ...draft([person(1)]) });
  id = booking.id;
  tokens = { hold: hold.token, booking: booking.token, manage: booking.manageToken ?? '' };
  staffToken = await office.staff('*', 'admin');
});
afterAll(() => office.close());

const seeds: Record<string, unknown> = {
  ...examples.examples,
  NewHold: { ...examples.newHold, slot: '2026-12-01T09:00' },
  Move: { slot: '2026-12-01T09:00' },
  Lookup: { code: '7K3MD9QA', nikLast4: '0001', birthOn: '1990-05-12' },
};

/** What a caller could put where text is due: other scripts, control characters, NUL, lone surrogates, SQL, paths. */
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    '',
    '\0',
    '\u202e',
    '\ud800',
    "'; drop table booking; --",
    '../../etc/passwd',
    '%00',
    '{}',
    'null',
    '-1',
    '1e999',
    '9'.repeat(400),
  ),
);
const junk = fc.oneof(
  text,
  fc.anything({ withBigInt: false, maxDepth: 2 }),
  fc.constantFrom(null, true, 0, -1, 1e308, [], {}, { __proto__: null, constructor: 1 }),
);

/** A valid body with one to three places replaced, removed or added. */
const mutated = (seed: unknown) =>
  fc
    .array(fc.record({ at: fc.nat(), how: fc.constantFrom('replace', 'remove', 'add'), key: text, value: junk }), {
      minLength: 1,
      maxLength: 3,
    })
    .map((changes) => {
      const body = structuredClone(seed) as Record<string, unknown>;
      for (const { at, how, key, value } of changes) {
        const places: [Record<string, unknown>, string][] = [];
        const walk = (node: unknown) => {
          if (typeof node !== 'object' || node === null) return;
          for (const name of Object.keys(node)) {
            places.push([node as Record<string, unknown>, name]);
            walk((node as Record<string, unknown>)[name]);
          }
        };
        walk(body);
        const place = places[at % Math.max(1, places.length)];
        if (!place) continue;
        if (how === 'replace') place[0][place[1]] = structuredClone(value);
        else if (how === 'remove') delete place[0][place[1]];
        else if (Array.isArray(place[0])) place[0].push(structuredClone(value));
        else place[0][key] = structuredClone(value);
      }
      return body;
    });

const marker = 'Zzz9markerZzz';

test.each(Object.entries(allEndpoints) as [string, Endpoint][])(
  '%s answers any input with less than 500 and no echo',
  async (_, endpoint) => {
    const arbitrary = fc.record({
      path: fc.option(text, { freq: 3, nil: undefined }),
      query: fc.option(
        fc.dictionary(fc.constantFrom('service', 'from', 'days', 'party', 'near', 'q', 'ids', 'x'), text, {
          maxKeys: 3,
        }),
        { nil: {} },
      ),
      body: mutated(seeds[endpoint.body ?? ''] ?? {}),
      token: fc.constantFrom(
        ...Object.values(tokens),
        'x.y.z',
        '',
        marker,
        ...(endpoint.role ? Array(9).fill(staffToken) : []),
      ),
      type: fc.constantFrom('application/json', 'application/json; charset=utf-8', 'text/html', ''),
      key: fc.option(text, { nil: undefined }),
    });
    type Asked = typeof arbitrary extends fc.Arbitrary<infer T> ? T : never;
    const one = async ({ path, query, body, token, type, key }: Asked) => {
      const filled = endpoint.path.replace(/\{(\w+)\}/g, (_all, name: string) =>
        encoded(path ?? { office: 'bandung', id, on: '2026-11-24' }[name] ?? 'A10-001'),
      );
      const search = new URLSearchParams({ ...query, [marker]: '1' }).toString();
      const headers = new Headers({ authorization: `Bearer ${token}`, 'content-type': type });
      if (key !== undefined && /^[\x20-\x7e]*$/.test(key)) headers.set('idempotency-key', key);
      const withBody = endpoint.verb === 'POST' || endpoint.verb === 'PATCH';
      const answer = await office.ask(`${filled}${endpoint.query ? `?${search}` : ''}`, {
        method: endpoint.verb,
        headers,
        ...(withBody && { body: JSON.stringify({ ...body, ...(endpoint.body && { [marker]: marker }) }) }),
      });
      const said = await answer.text();
      expect(answer.status, said).toBeLessThan(500);
      expect(said).not.toContain(marker);
      if (answer.status >= 400) expect(answer.headers.get('content-type')).toBe('application/problem+json');
    };
    await fc.assert(fc.asyncProperty(arbitrary, one), { numRuns: 150 });
  },
);

test('a body of valid shape with mutated values is never a 500 either', async () => {
  for (const [name, path] of Object.entries({ NewHold: 'holds', NewBooking: 'bookings', Lookup: 'lookups' })) {
    await fc.assert(
      fc.asyncProperty(mutated(seeds[name]), async (body) => {
        const answer = await office.ask(`/v1/offices/bandung/${path}`, {
          method: 'POST',
          headers: { authorization: `Bearer ${tokens.hold}`, 'content-type': 'application/json' },
          body: JSON.stringify(body),
        });
        expect(answer.status, await answer.text()).toBeLessThan(500);
      }),
      { numRuns: 300 },
    );
  }
});

const encoded = (value: string) => {
  try {
    return encodeURIComponent(value);
  } catch {
    return 'lone-surrogate';
  }
};
