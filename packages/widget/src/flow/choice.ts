import type { State } from '../flow-state.ts';
import { quiet, type Transitions } from './transitions.ts';

const nearInput = (state: State, near: string) => ({
  near,
  ...(state.officeIds.length > 0 && { ids: state.officeIds.join(',') }),
});

/** Which of several offices. */
export const choiceTransitions: Transitions = {
  moves: {
    office: {
      'office-chosen': (state, { id }) => ({
        ...state,
        ...quiet,
        pending: { name: 'readOffice', input: { office: id } },
      }),
      near: (state, { near }) => ({
        ...state,
        ...quiet,
        pending: { name: 'listOffices', input: nearInput(state, near) },
      }),
    },
  },
};
