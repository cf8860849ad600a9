import { createFormat } from '../format.ts';
import type { Words } from '../strings.ts';
import { time } from './time.ts';

export const timeWords = { format: createFormat('id', '.', '.'), time } satisfies Words;
