import type { Booking } from '@paspor-antrean/client';
import { modulesOf } from './qr.ts';

/** What the API's own page for printing takes, and no more: see `site/ticket-page.ts` of the API. */
export interface PrintableTicket {
  readonly office: string;
  readonly service: 'new' | 'renewal';
  readonly code: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly applicants: readonly { name: string; queueCode: string; feeIdr: number | null }[];
  /** `size` × `size` of `0` and `1` (dark), row by row, without the quiet edge. */
  readonly qr: { readonly size: number; readonly modules: string };
}

/** What goes on paper: no token, no number that names a person, and only those who still come. */
export const printable = (booking: Booking): PrintableTicket => ({
  office: booking.officeId,
  service: booking.service,
  code: booking.code,
  startsAt: booking.slot.startsAt,
  endsAt: booking.slot.endsAt,
  applicants: booking.applicants
    .filter(({ status }) => status !== 'cancelled')
    .map(({ name, queueCode, feeIdr }) => ({ name, queueCode, feeIdr })),
  qr: modulesOf(booking.token),
});
