import type { OfficeDay, Visit, Visitor } from '@paspor-antrean/client/counter';
import type { Clash, Desk, DeskState, Verdict } from '../src/desk/desk.ts';

/** Every story plays at this moment. */
export const now = new Date('2026-12-01T09:12:00+07:00');

const at = (clock: string) => `2026-12-01T${clock}:00+07:00`;

const blank: Omit<Visitor, 'queueCode'> = {
  status: 'booked',
  arrivedAt: null,
  device: null,
  conflicts: [],
  calledAt: null,
  booth: null,
  servedAt: null,
};
const device = 'q83vEjRWeJq83vEjRWeJqw';
const arrived = (clock: string) => ({ ...blank, status: 'arrived' as const, arrivedAt: at(clock), device });

/** How far someone has come, as a word of the stories. */
const stages: Readonly<Record<string, Omit<Visitor, 'queueCode'>>> = {
  due: blank,
  early: arrived('08:51'),
  waiting: arrived('09:03'),
  called: { ...arrived('08:42'), calledAt: at('09:05'), booth: 'Loket 3' },
  elsewhere: { ...arrived('08:40'), calledAt: at('09:01'), booth: 'Loket 7' },
  served: { ...arrived('07:48'), status: 'served', calledAt: at('08:05'), booth: 'Loket 3', servedAt: at('08:21') },
  missed: { ...blank, status: 'missed' },
};

let serial = 0;

const visit = (hour: number, first: number, ...people: readonly (keyof typeof stages)[]): Visit => {
  const starts = String(hour).padStart(2, '0');
  const id = `AZq1m3x8fUqL0pWn2V${String(++serial).padStart(3, '0')}A`;
  return {
    id,
    code: `7K3M9Q${String(serial).padStart(2, '0')}`,
    version: 1,
    channel: 'online',
    service: serial % 3 === 0 ? 'renewal' : 'new',
    slot: `2026-12-01T${starts}:00`,
    startsAt: at(`${starts}:00`),
    endsAt: at(`${String(hour + 1).padStart(2, '0')}:00`),
    holders: 'pX0z9wQ2bNA',
    applicants: people.map((stage, place) => ({
      ...(stages[stage] ?? blank),
      queueCode: `A${starts}-${String(first + place).padStart(3, '0')}`,
    })),
  };
};

const seat = (slot: string, ends: string, taken: number) => ({
  channel: 'priority',
  slot: `2026-12-01T${slot}`,
  endsAt: at(ends),
  capacity: 5,
  taken,
});

export const aDay = (): OfficeDay => {
  serial = 0;
  const walkIn: Visit = { ...visit(9, 1, 'waiting'), channel: 'priority', holders: null, code: null };
  return {
    officeId: 'bandung',
    officeNumber: 51,
    officeName: 'Kantor Imigrasi Bandung',
    timeZone: 'Asia/Jakarta',
    on: '2026-12-01',
    asOf: at('09:10'),
    dayKeys: ['hhBCv8NGP0XyySkaOJEDI_i64-5wYEnmAYBDqRjPxBU'],
    visits: [
      visit(8, 1, 'served', 'served'),
      visit(8, 3, 'served'),
      visit(8, 4, 'missed'),
      visit(8, 5, 'elsewhere'),
      visit(9, 16, 'called'),
      visit(9, 17, 'early', 'early', 'due'),
      visit(9, 20, 'waiting'),
      visit(9, 21, 'due'),
      visit(9, 22, 'due', 'due'),
      { ...walkIn, applicants: walkIn.applicants.map((one) => ({ ...one, queueCode: 'P09-001' })) },
      visit(10, 1, 'due'),
      visit(10, 2, 'due', 'due', 'due', 'due'),
      visit(10, 6, 'due'),
    ],
    revoked: [],
    seats: [seat('09:00', '10:00', 2), seat('10:00', '11:00', 0)],
  };
};

/** The whole party is still to come. */
export const family = visit(9, 31, 'due', 'due', 'due');
export const single = visit(9, 21, 'due');

export const welcome = (of: Visit, more: object = {}): Verdict => ({
  kind: 'welcome',
  visit: of,
  ticket: null,
  waitingFor: of.applicants.filter(({ status }) => status === 'booked').map(({ queueCode }) => queueCode),
  isListed: true,
  party: of.applicants.length,
  ...more,
});

export const clash = (more: Partial<Clash>): Clash => ({
  sequence: 12,
  outcome: 'conflict',
  code: null,
  movedTo: null,
  visit: null,
  queueCodes: ['A09-017'],
  at: at('08:55'),
  ...more,
});

/** What a story's desk answers; what is not said here it does not do. */
export interface Given {
  readonly state?: Partial<DeskState>;
  readonly verdict?: Verdict;
  /** Of the NIKs that are typed one after another. */
  readonly holders?: readonly Awaited<ReturnType<Desk['checkHolder']>>[];
  readonly does?: Partial<Desk>;
}

/** A desk made by hand: it shows a state and gives the verdict that the story is about. */
export const makeDesk = ({ state = {}, verdict = { kind: 'unknown' }, holders = [], does = {} }: Given): Desk => {
  const given = [...holders];
  let current: DeskState = {
    staff: { office: 'bandung', role: 'counter' },
    day: aDay(),
    asOf: new Date(at('09:10')),
    online: true,
    unsent: 0,
    clashes: [],
    clockOffMs: 0,
    isExpired: false,
    isOver: false,
    ...state,
  };
  const listeners = new Set<() => void>();
  const become = (patch: Partial<DeskState>) => {
    current = { ...current, ...patch };
    for (const listener of listeners) listener();
  };
  return {
    get state() {
      return current;
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    present: async () => verdict,
    checkHolder: async () => given.shift() ?? { fits: [] },
    arrive: async () => {},
    call: async () => {},
    serve: async () => {},
    miss: async () => {},
    admitWalkIn: async () => single,
    releaseClaim: async () => true,
    refresh: async () => {},
    dismiss: async (one) => become({ clashes: current.clashes.filter((other) => other !== one) }),
    signOut: async () => {},
    close: () => {},
    ...does,
  };
};
