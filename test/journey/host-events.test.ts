import { afterAll, beforeAll, expect, test } from 'vitest';
import { person } from '../../packages/api/test/people.ts';
import type { Booker } from './booker.ts';
import { ourTag, strictPolicy } from './host-site.ts';
import { openSite, type Site } from './site.ts';
import { Wire } from './wire.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

/** A host's script that hears all events at the document, where they bubble to, and keeps all that is in them. */
const listener = `
  globalThis.heard = [];
  for (const name of ['ready', 'step', 'held', 'booked', 'cancelled', 'failed']) {
    document.addEventListener('antrean-' + name, (event) => {
      const detail = {};
      for (const key in event) if (key !== 'isTrusted' && !(key in Event.prototype)) detail[key] = event[key];
      heard.push([name, detail, event.target.localName, event.composed]);
    });
  }`;
type Heard = [name: string, detail: Record<string, unknown>, target: string, composed: boolean][];
const heard = ({ page }: Booker) => page.evaluate(() => (globalThis as unknown as { heard: Heard }).heard);
const files = { 'host.js': listener };
const head = '<script src="host.js"></script>';

test('the host hears of each step, of what is held, booked and cancelled, and never who it is', async () => {
  const booker = await site.visit({ host: { policy: strictPolicy, head, files } });
  const { t } = booker;
  const people = [person(1), person(2, { relation: 'spouse' })];
  const { code, queueCodes } = await booker.book({ people });
  await booker.press(t.manage.open);
  await booker.press(t.manage.cancelOne(people[1]?.name ?? ''));
  await booker.press(t.manage.yesOne);
  await booker.sees(t.manage.status.cancelled);
  await booker.press(t.manage.cancel);
  await booker.press(t.manage.yes);
  await booker.sees(t.manage.cancelled);

  const all = await heard(booker);
  const slot = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/);
  const step = (name: string) => ['step', { step: name }];
  expect(all.map(([name, detail]) => [name, detail])).toEqual([
    ['ready', {}],
    step('office'),
    step('service'),
    step('time'),
    step('people'),
    ['held', { officeId: 'bandung', slot, party: 2, expiresAt: expect.stringMatching(/\+07:00$/) }],
    step('review'),
    step('ticket'),
    ['booked', { officeId: 'bandung', slot, party: 2, moved: false }],
    step('manage'),
    ['cancelled', { officeId: 'bandung', whole: false }],
    ['cancelled', { officeId: 'bandung', whole: true }],
  ]);
  expect(new Set(all.map(([, , target, composed]) => `${target} ${composed}`))).toEqual(
    new Set(['paspor-antrean true']),
  );
  const said = JSON.stringify(all);
  for (const secret of [
    code,
    ...queueCodes,
    ...people.flatMap(({ name, nik, birthOn }) => [name, nik, birthOn]),
    '0812',
  ])
    expect(said).not.toContain(secret);
  expect(said).not.toMatch(/ey[\w-]+\./);
  expect(booker.faults).toEqual([]);
  await booker.close();
});

test('the host hears why something failed: the code of a refusal, or that nothing answered', async () => {
  let wire: Wire | undefined;
  const prepare = async (page: Booker['page']) => {
    wire = new Wire(page);
  };
  const booker = await site.visit({ host: { head, files }, prepare });
  await booker.seekTime({ people: [person(3)] });
  await wire?.refuseNext('holds', 'SLOT_FULL', 409);
  await booker.press(booker.t.time.take);
  await expect
    .poll(async () => (await heard(booker)).at(-1)?.slice(0, 2))
    .toEqual(['failed', { code: 'SLOT_FULL', step: 'time' }]);
  await booker.page.getByRole('heading', { name: booker.t.time.earliest }).waitFor();
  // The client asks twice more before it says so.
  await booker.page.route('**/holds', (route) => route.abort());
  await booker.press(booker.t.time.take);
  await expect
    .poll(async () => (await heard(booker)).at(-1)?.slice(0, 2), { timeout: 10_000 })
    .toEqual(['failed', { code: 'UNREACHABLE', step: 'time' }]);
  await booker.close();
});

test('a service and a slot that the host suggests are chosen beforehand, and the applicant can choose otherwise', async () => {
  const { days } = await site.antrean.readAvailability({ office: 'bandung', service: 'renewal', days: 60 });
  const wished = days.filter(({ status }) => status === 'open')[2]?.slots.at(-1)?.slot ?? '';
  const tag = ourTag.replace(/office="[^"]*"/, `office="bandung" service="renewal" slot="${wished}"`);
  const booker = await site.visit({ host: { policy: strictPolicy, tag } });
  const { page, t } = booker;
  await booker.at(t.service.heading);
  expect(await page.getByRole('radio', { name: t.service.renewalHelp }).isChecked()).toBe(true);
  await booker.press(t.service.next);
  await page.getByRole('heading', { name: t.time.hoursOf(t.format.day(wished)) }).waitFor();
  await booker.press(t.common.back);
  await page.getByRole('radio', { name: t.service.newHelp }).check();
  await booker.press(t.service.next);
  await booker.takeEarliest();
  expect(await site.sql`select from booking where state = 'held' and service = 'new'`).not.toHaveLength(0);
  expect(booker.faults).toEqual([]);
  await booker.close();
});

test('suggestions that make no sense are as if they were not there', async () => {
  const tag = ourTag.replace(/office="[^"]*"/, 'office="bandung" service="umrah" slot="besok pagi"');
  const booker = await site.visit({ host: { policy: strictPolicy, tag } });
  await booker.at(booker.t.service.heading);
  expect(await booker.page.getByRole('radio', { checked: true }).count()).toBe(0);
  await booker.page.getByRole('radio').first().check();
  await booker.press(booker.t.service.next);
  await booker.page.getByRole('heading', { name: booker.t.time.earliest }).waitFor();
  expect(await booker.page.getByRole('grid').count()).toBe(0);
  expect(booker.faults).toEqual([]);
  await booker.close();
});

test('the host can start over by the method, another office by the property, and read the step', async () => {
  const booker = await site.visit({ host: { policy: strictPolicy } });
  const { page, t } = booker;
  await booker.seekTime({ people: [person(4)] });
  await booker.takeEarliest();
  const step = () => page.evaluate(() => document.querySelector('paspor-antrean')?.step);
  expect(await step()).toBe('people');
  const held = () => site.sql`select from booking where state = 'held'`;
  const before = (await held()).length;
  await page.evaluate(() => document.querySelector('paspor-antrean')?.restart());
  await booker.at(t.office.heading);
  expect(await step()).toBe('office');
  await expect.poll(async () => (await held()).length).toBe(before - 1);
  await page.evaluate(() => Object.assign(document.querySelector('paspor-antrean') ?? {}, { office: 'malang' }));
  await booker.at(t.service.heading);
  await booker.sees(/Malang/);
  expect(booker.faults).toEqual([]);
  await booker.close();
});
