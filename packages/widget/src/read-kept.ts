import type { Service } from '@paspor-antrean/client';
import { emptyDraft } from './blank-draft.ts';
import { isFresh, version } from './kept.ts';

const noRef = { id: '', token: '' };

const sample = {
  version,
  /** The applicant's last move, by the device's clock. */
  at: 0,
  /** How far the server's clock was ahead of the device's, in milliseconds. */
  ahead: 0,
  step: '',
  office: '',
  service: '' as Service | '',
  party: 1,
  /** Other times were open, and how they are shown. */
  calendar: false,
  asList: false,
  day: '',
  draft: emptyDraft,
  filled: false,
  hold: noRef,
  /** The hold was sent to be booked, and what became of it is not known. */
  sent: false,
  /** Of a booking: its id and the token of its QR, which can be shown and nothing else. */
  ticket: noRef,
  /** Typed to look a booking up. */
  code: '',
};

/** Where an applicant was and what was typed, as it is kept: never with a NIK, nor a part of one. */
export type Kept = typeof sample;

/** Whether a value is built as a sample is: the same keys, the same types, and so on down. */
const isLike = (one: unknown, value: unknown): boolean => {
  if (Array.isArray(one)) return Array.isArray(value) && value.length > 0 && value.every((it) => isLike(one[0], it));
  if (!(one instanceof Object)) return typeof value === typeof one;
  return value instanceof Object && Object.entries(one).every(([key, it]) => isLike(it, Reflect.get(value, key)));
};

/** What was kept; any script of the page may have written it, so that what is not as we write it counts as nothing. */
export const readKept = (text: string | null, now: number): Kept | undefined => {
  try {
    const kept: Kept = JSON.parse(text ?? '');
    return isLike(sample, kept) &&
      kept.version === version &&
      isFresh(kept.at, now) &&
      kept.party > 0 &&
      /^[\w-]*$/.test(kept.office + kept.hold.id + kept.ticket.id) &&
      /^(new|renewal)?$/.test(kept.service) &&
      (!kept.day || Date.parse(kept.day) > 0)
      ? kept
      : undefined;
  } catch {
    return undefined;
  }
};
