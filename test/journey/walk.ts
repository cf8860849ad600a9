import type { person } from '../../packages/api/test/people.ts';
import type { Booker } from './booker.ts';

/** Books the earliest visit, and looks at each step on the way, at the form also with its faults shown. */
export const walk = async (
  booker: Booker,
  one: ReturnType<typeof person>,
  look: (step: string) => Promise<unknown>,
): Promise<void> => {
  const { page, t } = booker;
  await booker.at(t.office.heading);
  await look('office');
  await booker.press(/Kantor Imigrasi Bandung/);
  await booker.at(t.service.heading);
  await page.getByRole('radio', { name: t.service.newHelp }).check();
  await look('service');
  await booker.press(t.service.next);
  await page.getByRole('heading', { name: t.time.earliest }).waitFor();
  await look('time');
  await booker.press(t.time.other);
  await page.getByRole('grid').waitFor();
  await look('calendar');
  await booker.takeEarliest();
  await booker.press(t.people.next);
  await page.getByRole('heading', { name: t.common.errorTitle }).waitFor();
  await look('people');
  await booker.fillIn([one]);
  await booker.press(t.people.next);
  await booker.at(t.review.heading);
  await look('review');
  await booker.press(t.review.confirm);
  await booker.readTicket();
  await look('ticket');
};
