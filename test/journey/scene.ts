import type { person } from '../../packages/api/test/people.ts';
import type { At, Step } from '../../packages/widget/src/flow-state.ts';
import type { Booker } from './booker.ts';
import type { Site } from './site.ts';
import type { Wire } from './wire.ts';

export interface Stage {
  site: Site;
  booker: Booker;
  wire: Wire;
  /** Two people who booked nothing yet. */
  people: ReturnType<typeof person>[];
  /** The code of a booking that the two made at Bandung. */
  book(): Promise<string>;
}

/** Takes the page from where the last stop left it to the next state of the same step. */
export type Stop = (stage: Stage) => Promise<unknown>;
/** The part of a step's state that is its own, read from the state machine's type. */
type Own<S extends Step> = Exclude<keyof At<S> & string, keyof At<'loading'>>;
/** Why there is nothing to look at. */
type Because = `because ${string}`;

interface Scene<Part extends string> {
  /** No office named: all offices, with the search. */
  anyOffice?: boolean;
  /** Before the page is opened. */
  before?: (wire: Wire) => Promise<unknown>;
  enter: Stop;
  stops: Record<Part, Stop | Stop[] | Because>;
}

export type Scenes = { [S in Step]: Scene<'pending' | 'fault' | Own<S>> };

export const toManage: Stop = async ({ booker, people, book }) => {
  const code = await book();
  await booker.at(booker.t.office.heading);
  if (people[0]) await booker.lookUp(code, people[0]);
};

export const toMove: Stop = async (stage) => {
  const { page, t } = stage.booker;
  await stage.booker.press(t.manage.move);
  await stage.booker.press(t.time.other);
  await stage.booker.otherDay();
  await page.getByRole('listitem').getByRole('button').first().click();
  await stage.booker.at(t.manage.moveHeading);
};

export const alert = ({ booker }: Stage, text: string) =>
  booker.page.getByRole('alert').filter({ hasText: text }).waitFor();
/** A refusal with which any call may be answered. */
export const busy = ['OVERLOADED', 503] as const;
