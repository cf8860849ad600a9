import { createFormat } from '../format.ts';
import type { Words } from '../strings.ts';
import { office, service } from './asked.ts';
import { keeping } from './keeping.ts';
import { problems } from './problems.ts';
import { time } from './time.ts';

export const timeWords = {
  common: keeping,
  format: createFormat('id', '.', '.'),
  office,
  service,
  time,
  problems,
} satisfies Words;
