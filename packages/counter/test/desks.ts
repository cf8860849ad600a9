import { createDesk, type Desk, type DeskOptions, resumeDesk } from '../src/desk/desk.ts';
import { staff, staffToken, type TestOffice } from './office.ts';

/** A database of its own. */
export const freshDevice = () => `device-${crypto.randomUUID()}`;

const opened: Desk[] = [];

export const optionsAt = (office: TestOffice, storage: string, more: Partial<DeskOptions> = {}): DeskOptions => ({
  client: office.client,
  fetch: office.fetch,
  accessToken: async () => staffToken,
  staff,
  storage,
  now: () => office.now,
  ...more,
});

/** Signed in, and with the day's list where the network lets it. */
export const signIn = async (
  office: TestOffice,
  storage = freshDevice(),
  more: Partial<DeskOptions> = {},
): Promise<Desk> => {
  const desk = await createDesk(optionsAt(office, storage, more));
  opened.push(desk);
  await desk.refresh();
  return desk;
};

/** The page is loaded again. */
export const reload = async (office: TestOffice, storage: string, before?: Desk): Promise<Desk | null> => {
  before?.close();
  const { client, fetch, now } = optionsAt(office, storage);
  const desk = await resumeDesk({ client, fetch, now, storage });
  if (desk) opened.push(desk);
  return desk;
};

export const closeDesks = () => {
  for (const desk of opened.splice(0)) desk.close();
};

export const welcome = async (desk: Desk, text: string) => {
  const verdict = await desk.present(text);
  if (verdict.kind !== 'welcome') throw new Error(`Not welcome: ${verdict.kind}`);
  return verdict;
};
