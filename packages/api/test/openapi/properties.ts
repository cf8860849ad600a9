import { allEndpoints, type Endpoint } from '@paspor-antrean/contract';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Ground, openGround } from './ground.ts';
import { type AnyRequest, asFetch, enliven, requestsOf } from './requests.ts';
import type { Operation, Schema } from './spec.ts';
import { broken } from './values.ts';

const seed = Number(process.env.OPENAPI_SEED ?? Math.floor(Math.random() * 2 ** 31));

/** Asks the running server what its own document allows, and what it forbids, `runs` times each. */
export const describeProperties = (runs: number) =>
  describe(`the served document, seed ${seed} (again with OPENAPI_SEED=${seed})`, {
    timeout: 30_000 + runs * 600,
  }, () => {
    let ground: Ground;
    beforeAll(async () => {
      ground = await openGround();
    });
    afterAll(() => ground.close());

    const operationOf = (name: string): Operation => {
      const found = ground.spec.operations.find(({ operationId }) => operationId === name);
      if (!found) throw new Error(`${name} is not in the document`);
      return found;
    };
    const check = <T>(property: fc.IAsyncPropertyWithHooks<T>) =>
      fc.assert(property, { seed, numRuns: runs, endOnFailure: true });

    /** Sends it and holds the answer to the document. */
    const judged = async (operation: Operation, url: string, init: RequestInit) => {
      const answer = await ground.ask(url, init);
      const copy = answer.clone();
      expect(answer.status, await copy.clone().text()).toBeLessThan(500);
      expect(await ground.spec.faultsOf(operation, answer), `${operation.operationId} ${url}`).toEqual([]);
      return copy;
    };
    const refused = async (operation: Operation, url: string, init: RequestInit) => {
      const answer = await judged(operation, url, init);
      const { code } = (await answer.json().catch(() => ({}))) as { code?: string };
      return `${answer.status} ${code}`;
    };

    const table = Object.entries(allEndpoints) as [name: string, endpoint: Endpoint][];
    const having = (part: 'query' | 'body' | 'bearer') =>
      table.filter(([, endpoint]) => endpoint[part]).map(([name]) => name);

    test.each(table)('%s answers what is allowed as documented', async (name) => {
      const operation = operationOf(name);
      const property = fc.asyncProperty(requestsOf(ground.spec, operation), async (request) => {
        const live = await ground.live(name);
        const asked = request.isLive ? enliven(request, live) : request;
        await judged(operation, ...asFetch(operation, asked, live.tokens[request.scheme ?? '']));
      });
      await check(property);
    });

    // Without these all the answers above might be refusals.
    test.each(table)('%s does what it is for when it is asked as in its example', async (name) => {
      const operation = operationOf(name);
      const live = await ground.live(name);
      const token = live.tokens[Object.keys(operation.security[0] ?? {})[0] ?? ''];
      const asked = enliven(ground.spec.exampleOf(operation), live);
      expect((await judged(operation, ...asFetch(operation, asked, token))).status).toBeLessThan(300);
    });

    test.each(having('body'))('%s refuses a body with one fault in it', async (name) => {
      const operation = operationOf(name);
      const requests = requestsOf(ground.spec, operation).chain((request) =>
        broken(request.body).map((body) => ({ ...request, headers: {}, body })),
      );
      const property = fc.asyncProperty(requests, async (request) => {
        fc.pre(!ground.spec.allows(operation, JSON.parse(JSON.stringify(request.body))));
        const live = await ground.live(name);
        const asked = { ...request, path: live.path };
        const [url, init] = asFetch(operation, asked, live.tokens[request.scheme ?? '']);
        expect(await refused(operation, url, init), String(init.body)).toBe('422 INVALID_INPUT');
      });
      await check(property);
    });

    test.each(having('query'))('%s refuses a query with one fault in it', async (name) => {
      const operation = operationOf(name);
      const parameters = operation.parameters.filter((parameter) => parameter.in === 'query');
      const wrong = ({ type, pattern, enum: values }: Schema) =>
        type === 'integer' ? '1.5' : pattern || values ? '*' : 'x'.repeat(61);
      const faults = [['zzz', '1'], ...parameters.map(({ name: field, schema }) => [field, wrong(schema)])];
      const property = fc.asyncProperty(
        requestsOf(ground.spec, operation),
        fc.constantFrom(...(faults as [string, string][])),
        async (request, [field, value]) => {
          const asked = enliven(request, await ground.live(name));
          const faulty = { ...asked, query: { ...asked.query, [field]: value } };
          expect(await refused(operation, ...asFetch(operation, faulty, undefined))).toBe('422 INVALID_INPUT');
        },
      );
      await check(property);
    });

    test.each(having('bearer'))('%s refuses a token that is missing, altered or of another kind', async (name) => {
      const operation = operationOf(name);
      const allowed = operation.security.flatMap((alternative) => Object.keys(alternative));
      const faults = fc.record({ how: fc.constantFrom('missing', 'altered', 'kind', 'another'), at: fc.nat() });
      const property = fc.asyncProperty(requestsOf(ground.spec, operation), faults, async (request, { how, at }) => {
        const live = await ground.live(name);
        const own = live.tokens[request.scheme ?? ''] ?? '';
        const other = await ground.live('readCalendar');
        const place = at % own.length;
        const flipped = own[place] === 'A' ? 'B' : 'A';
        const kinds = Object.keys(other.tokens).filter((kind) => !allowed.includes(kind));
        const [token, expected] = {
          missing: [undefined, /^401 TOKEN_MISSING$/],
          altered: [own.slice(0, place) + flipped + own.slice(place + 1), /^401 TOKEN_INVALID$/],
          kind: [other.tokens[kinds[at % kinds.length] ?? ''], /^401 TOKEN_INVALID$/],
          // `bookings` names no hold in its path: there the token alone says which, and that one was booked.
          another: [other.tokens[request.scheme ?? ''], name === 'bookHold' ? /^4\d\d / : /^403 NOT_ALLOWED$/],
        }[how] as [string | undefined, RegExp];
        const asked = { ...enliven(request, live), headers: {} };
        expect(await refused(operation, ...asFetch(operation, asked, token)), how).toMatch(expected);
      });
      await check(property);
    });

    test('a body that is no JSON, too large or of another type is refused as documented', async () => {
      for (const operation of ground.spec.operations.filter(({ requestBody }) => requestBody)) {
        const live = await ground.live(operation.operationId);
        const token = Object.keys(operation.security[0] ?? {})[0];
        const [url, { headers, ...init }] = asFetch(
          operation,
          enliven(await anyRequest(operation), live),
          live.tokens[token ?? ''],
        );
        const send = (body: string, type = 'application/json') =>
          refused(operation, url, { ...init, headers: { ...headers, 'content-type': type }, body });
        expect(await send('{"a":')).toBe('422 INVALID_INPUT');
        expect(await send('{}', 'text/plain')).toBe('415 UNSUPPORTED_MEDIA_TYPE');
        expect(await send(`{"a":"${'x'.repeat(66_000)}"}`)).toBe('413 BODY_TOO_LARGE');
      }
    });

    test('an Idempotency-Key of another shape is refused as documented', async () => {
      const operation = operationOf('holdSlot');
      const { path } = await ground.live('holdSlot');
      const short = fc.stringMatching(/^[!-~]{1,21}$/);
      const property = fc.asyncProperty(requestsOf(ground.spec, operation), short, async (request, key) => {
        const asked = { ...request, path, headers: { 'idempotency-key': key } };
        expect(await refused(operation, ...asFetch(operation, asked, undefined))).toBe('422 INVALID_INPUT');
      });
      await check(property);
    });

    const anyRequest = async (operation: Operation): Promise<AnyRequest> =>
      fc.sample(requestsOf(ground.spec, operation), { seed, numRuns: 1 })[0] as AnyRequest;
  });
