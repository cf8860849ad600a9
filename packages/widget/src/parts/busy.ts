import type { Call } from '../flow-state.ts';
import type { View } from '../view.ts';

/** The kind of a button whose own call is on its way: it shows that it was heard, and keeps its words and its size. */
export const busyWhile = ({ state }: View, name: Call['name'], kind = 'quiet'): string =>
  state.pending?.name === name ? `${kind} busy` : kind;
