import { createFormat } from '../format.ts';
import type { Words } from '../strings.ts';
import { service } from './asked.ts';
import { holding } from './holding.ts';
import { people } from './people.ts';
import { problems } from './problems.ts';
import { review } from './review.ts';
import { ticket } from './ticket.ts';
import { time } from './time.ts';

export const bookingWords = {
  common: holding,
  format: createFormat('id', '.', '.'),
  service,
  time,
  people,
  review,
  ticket,
  problems,
} satisfies Words;
