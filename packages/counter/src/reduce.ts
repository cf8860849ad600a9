import type { PageEvent, PageState, Reception } from './page-state.ts';

type Reducers = { readonly [T in PageEvent['type']]: (state: PageState, event: PageEvent & { type: T }) => PageState };

const idle = { busy: null, about: null, trouble: null } as const;

/** Of a party each is here until the clerk says otherwise. */
const receptionOf = (verdict: Reception['verdict']): Reception => ({
  verdict,
  here: verdict.kind === 'welcome' ? verdict.waitingFor : [],
  seen: [],
  isStranger: false,
  holder: null,
});

const without = (codes: readonly string[], code: string) => codes.filter((other) => other !== code);

const reducers: Reducers = {
  opened: (state, { tab }) => ({ ...state, tab, trouble: null, walkIn: null, release: null }),
  asked: (state, { deed, about = null }) => ({
    ...state,
    busy: deed,
    about,
    trouble: null,
    walkIn: deed === 'walk-in' ? null : state.walkIn,
  }),
  failed: (state, { deed, code }) => ({
    ...state,
    ...idle,
    trouble: { deed, code },
    isLeaving: state.isLeaving || deed === 'leave',
  }),
  done: (state) => ({ ...state, ...idle }),
  judged: (state, { verdict }) => ({ ...state, ...idle, tab: 'scan', arrived: null, reception: receptionOf(verdict) }),
  held: (state, { holder }) => {
    const { reception } = state;
    if (!reception) return state;
    const fits = 'fits' in holder ? holder.fits : [];
    const seen = [...new Set([...reception.seen, ...fits])];
    const here = [...new Set([...reception.here, ...fits])];
    // A slip of the keys after a stranger's card does not make it another one.
    const isStranger = 'fits' in holder ? fits.length === 0 : reception.isStranger;
    return { ...state, ...idle, reception: { ...reception, holder, seen, here, isStranger } };
  },
  ticked: (state, { queueCode }) => {
    const { reception } = state;
    if (!reception) return state;
    const { here } = reception;
    const next = here.includes(queueCode) ? without(here, queueCode) : [...here, queueCode];
    return { ...state, reception: { ...reception, here: next } };
  },
  arrived: (state, { queueCodes }) => ({ ...state, ...idle, reception: null, arrived: queueCodes }),
  cleared: (state) => ({ ...state, ...idle, reception: null, arrived: null, walkIn: null, release: null }),
  filtered: (state, { filter }) => ({ ...state, filter }),
  searched: (state, { query }) => ({ ...state, query }),
  admitted: (state, { visit }) => ({ ...state, ...idle, walkIn: { visit } }),
  released: (state, { released }) => ({ ...state, ...idle, release: { released } }),
  faulty: (state, { deed, fault }) =>
    deed === 'release'
      ? { ...state, ...idle, release: { fault } }
      : { ...state, ...idle, walkIn: fault === 'CARD' ? null : { fault } },
  leaving: (state, { isLeaving }) => ({ ...state, ...idle, isLeaving }),
};

/** The page after an event. The day's list is the desk's and is not in here. */
export const reduce = <T extends PageEvent['type']>(state: PageState, event: PageEvent & { type: T }): PageState =>
  (reducers[event.type] as (state: PageState, event: PageEvent & { type: T }) => PageState)(state, event);
