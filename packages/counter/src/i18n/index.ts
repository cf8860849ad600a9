import { en } from './en.ts';
import { id } from './id.ts';
import type { Strings } from './strings.ts';

export const strings: Readonly<Record<Strings['lang'], Strings>> = { id, en };
