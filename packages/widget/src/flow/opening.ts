import type { Office } from '@paspor-antrean/client';
import { emptyDraft } from '../blank-draft.ts';
import type { Call, State } from '../flow-state.ts';
import { quiet, type Transitions } from './transitions.ts';

/** The first thing to ask: the one office, or which there are. */
export const opening = (officeIds: readonly string[]): Call => {
  const [only] = officeIds;
  if (officeIds.length === 1 && only) return { name: 'readOffice', input: { office: only } };
  return { name: 'listOffices', input: only ? { ids: officeIds.join(',') } : {} };
};

export const start = (officeIds: readonly string[]): State => ({
  step: 'loading',
  officeIds,
  offices: [],
  nearest: false,
  office: undefined,
  service: undefined,
  party: 1,
  hold: undefined,
  draft: emptyDraft,
  filled: false,
  pending: opening(officeIds),
  fault: undefined,
  attempt: 0,
});

export const toOffices = (state: State): State => {
  if (state.officeIds.length === 1 && state.office?.id === state.officeIds[0]) return state;
  const at = { ...state, ...quiet, hold: undefined, step: 'office' } as const;
  return state.offices.length > 0 ? at : { ...at, step: 'loading', kept: undefined, pending: opening(state.officeIds) };
};

export const toService = (state: State, office: Office): State => ({
  ...state,
  ...quiet,
  step: 'service',
  office,
  missing: false,
});

/** What the first module knows of the flow: which office. */
export const openingTransitions: Transitions = {
  moves: {
    any: {
      retry: (state) => (state.fault ? { ...state, fault: undefined, pending: state.fault.call } : state),
    },
    service: {
      back: toOffices,
      'typed-service': (state, { service = state.service, party = state.party }) => ({
        ...state,
        service,
        party,
        filled: false,
      }),
    },
  },
  answers: {
    listOffices: (state, { offices }) => {
      const nearest = offices.some(({ distanceKm }) => distanceKm !== undefined);
      return { ...state, ...quiet, offices, nearest, ...(state.step === 'loading' && { step: 'office' }) } as State;
    },
    readOffice: toService,
  },
};
