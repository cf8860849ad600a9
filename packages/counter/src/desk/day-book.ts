import { UnexpectedAnswer } from '@paspor-antrean/client';
import type { OfficeDay, Visit } from '@paspor-antrean/contract/wire';
import { withVisits } from './day-list.ts';
import { dayAt, endOf } from './office-time.ts';
import type { ServerClock } from './server-clock.ts';
import type { Vault } from './vault.ts';

/** Today's list as the API last told it. */
export interface DayBook {
  readonly day: OfficeDay | null;
  /** Which office this is; stays when its day is over. */
  readonly office: { readonly number: number; readonly timeZone: string } | null;
  /** When all of today is to be forgotten, by the server's clock. */
  readonly until: Date;
  read(): Promise<void>;
  /** The API said how these visits stand now. */
  learn(visits: readonly Visit[]): void;
  /** Drops the list once its day is over. */
  forget(): void;
}

interface Options {
  vault: Vault;
  clock: ServerClock;
  read(on: string): Promise<OfficeDay>;
  changed(): void;
}

/** An office that works late still has its list an hour after midnight. */
const graceMs = 3_600_000;
const dayMs = 86_400_000;
/** Until the first list says which it is. If it is another, that list may be of another day, and is read once more. */
const likelyZone = 'Asia/Jakarta';

export const openDayBook = async ({ vault, clock, read, changed }: Options): Promise<DayBook> => {
  let day = (await vault.read('day')) ?? null;
  let office = day && officeOf(day);
  /** What was said of single visits since the list under way was asked for: it may be older than that. */
  let learned: Visit[] = [];
  const until = () => new Date(day ? endOf(day.on, day.timeZone).getTime() + graceMs : clock.now().getTime() + dayMs);
  const today = () => dayAt(clock.now(), office?.timeZone ?? likelyZone);

  const readOnce = async () => {
    learned = [];
    const asked = clock.device();
    const answer = await read(today());
    if (!isDay(answer)) throw new UnexpectedAnswer(200);
    clock.learn(new Date(answer.asOf), asked, clock.device());
    office = officeOf(answer);
    return answer;
  };

  return {
    get day() {
      return day;
    },
    get office() {
      return office;
    },
    get until() {
      return until();
    },
    read: async () => {
      let answer = await readOnce();
      if (answer.on !== today()) answer = await readOnce();
      day = withVisits(answer, learned);
      changed();
      await vault.noteClock(clock.offMs);
      await vault.keep('day', day, until());
    },
    learn: (visits) => {
      learned.push(...visits);
      if (!day || visits.length === 0) return;
      day = withVisits(day, visits);
      changed();
      // Whatever keeps it from being kept, the next list is kept as well.
      vault.keep('day', day, until()).catch(() => {});
    },
    forget: () => {
      if (!day || clock.now() < until()) return;
      day = null;
      changed();
    },
  };
};

const officeOf = ({ officeNumber, timeZone }: OfficeDay) => ({ number: officeNumber, timeZone });

/** A captive portal may answer anything. */
const isDay = ({ visits, revoked, dayKeys, asOf }: OfficeDay): boolean =>
  [visits, revoked, dayKeys].every(Array.isArray) && !Number.isNaN(Date.parse(asOf));
