import type { Words } from '../strings.ts';
import { holding } from './holding.ts';
import { people } from './people.ts';
import { problemsOfBooking } from './problems-booking.ts';
import { review } from './review.ts';
import { ticket } from './ticket.ts';

export const bookingWords = { common: holding, people, review, ticket, problems: problemsOfBooking } satisfies Words;
