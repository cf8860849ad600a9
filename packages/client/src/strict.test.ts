import * as examples from '@paspor-antrean/contract/examples';
import { expect, test } from 'vitest';
import { createAntreanClient as createTrusting, Refused, UnexpectedAnswer } from './index.ts';
import { createAntreanClient } from './strict.ts';

const answering = (body: unknown, status = 200, type = 'application/json') => ({
  baseUrl: 'https://antrean.test',
  retries: 0,
  fetch: async () => new Response(JSON.stringify(body), { status, headers: { 'content-type': type } }),
});
const problem = (over: object) => answering({ ...examples.problem, ...over }, 409, 'application/problem+json');
const read = (options: ReturnType<typeof answering>) => createAntreanClient(options).readOffice({ office: 'bandung' });

test('gives what the contract allows, as it came', async () => {
  expect(await read(answering(examples.office))).toEqual(examples.office);
  await expect(read(problem({}))).rejects.toBeInstanceOf(Refused);
});

test.each([
  ['a field that is missing', { number: undefined }, 'number REQUIRED'],
  ['one too many', { colour: 'blue' }, 'body UNKNOWN_FIELD'],
  ['another shape', { location: { lat: 'x', lng: 1 } }, 'location.lat FORMAT'],
])('%s is not an answer, and is named without its value', async (_, over, listed) => {
  const odd = answering({ ...examples.office, ...over });
  expect(await createTrusting(odd).readOffice({ office: 'bandung' })).toBeTypeOf('object');
  const error = await read(odd).catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(UnexpectedAnswer);
  expect(String((error as Error).cause)).toBe(`TypeError: readOffice answered what the contract forbids: ${listed}`);
});

test('a refusal is checked too, and a list may be long', async () => {
  await expect(read(problem({ code: 'SLOT_FUL' }))).rejects.toBeInstanceOf(UnexpectedAnswer);
  await expect(read(problem({ alternatives: [{}] }))).rejects.toBeInstanceOf(UnexpectedAnswer);
  const { address, phone, status, services, partyMax, holdMinutes, retentionDays, ...rest } = examples.office;
  const { rescheduleLimit, rescheduleUntil, sameDayUntilMinutes, releaseMode, ...more } = rest;
  const { nextReleaseAt, privacy, notice, ...summary } = more;
  const offices = Array.from({ length: 124 }, () => summary);
  expect((await createAntreanClient(answering({ offices })).listOffices()).offices).toHaveLength(124);
});
