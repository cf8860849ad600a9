import {
  type AnyEndpointName,
  operations,
  type ProblemCode,
  problemHelp,
  problemStatus,
} from '@paspor-antrean/contract';
import { expect, test } from 'vitest';
import { openTestOffice } from '../test-office.ts';

const codes = Object.keys(problemStatus) as ProblemCode[];
const givenBy = (code: ProblemCode) =>
  (Object.keys(operations) as AnyEndpointName[]).filter((name) => operations[name].problems.includes(code));
const anywhere = ['ORIGIN_NOT_ALLOWED', 'ROUTE_UNKNOWN', 'METHOD_NOT_ALLOWED', 'INTERNAL', 'OVERLOADED'];

const entry = (code: ProblemCode): string => {
  const [title, advice] = problemHelp[code];
  const names = givenBy(code).map((name) => `\`${name}\``);
  const who = anywhere.includes(code) ? 'any address' : names.join(', ') || 'no endpoint yet';
  return `<a id="${code}"></a>\n\n### ${code}\n\n${title} (${problemStatus[code]}). ${advice}\n\nGiven by: ${who}.\n`;
};

const page = `# Problem codes

<!-- Made from packages/contract/src/problem-help.ts by the test that holds it: npx vitest run problem-pages -u -->

Every refusal is \`application/problem+json\` (RFC 9457). Its \`code\` comes from this closed list, and its \`type\` is the
address of the same entry at a running server, \`/docs/problems#CODE\`. Nothing that was sent is echoed.

${codes.map(entry).join('\n')}`;

test('docs/problems.md has an entry for each code, as the contract has it', async () => {
  await expect(page).toMatchFileSnapshot('../../../../docs/problems.md');
});

test('the `type` of each problem names an entry of the page that the server shows', async () => {
  const office = await openTestOffice();
  const shown = await (await office.ask('/docs/problems')).text();
  for (const code of codes) expect(shown).toContain(`id="${code}"`);
  const { type } = await (await office.ask('/v1/offices/atlantis')).json();
  expect(type).toBe('http://antrean.test/docs/problems#OFFICE_UNKNOWN');
  await office.close();
});
