import { normaliseBookingCode } from '@paspor-antrean/contract/wire';

/** What someone showed or said: the QR's token, the booking's code, or one person's queue code. */
export type Presented = { readonly token: string } | { readonly code: string } | { readonly queueCode: string };

/** Tells from what was scanned or typed which it is; undefined: none of them. */
export const readPresented = (text: string): Presented | undefined => {
  const tidy = text.trim();
  // Cut off, it is still told that it is a ticket, and not all of it.
  if (/^[\w-]+\.[\w-]+\.[\w-]+$/.test(tidy) || tidy.startsWith('eyJ')) return { token: tidy };
  if (tidy.length > 40) return undefined;
  const [, turn, number] = /^([A-Z]\d{2}(?:\d{2})?)[\s-]?(\d{3,5})$/.exec(tidy.toUpperCase()) ?? [];
  const queueCode = turn && `${turn}-${number}`;
  // With its hyphen it can be nothing else; without it, eight characters may be a booking's code.
  const code = queueCode === tidy.toUpperCase() ? undefined : normaliseBookingCode(tidy);
  if (code) return { code };
  return queueCode ? { queueCode } : undefined;
};
