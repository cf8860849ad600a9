import type { Sql } from '../db/connect.ts';
import { repeatable } from '../db/retry.ts';
import type { Sealer } from '../sealed.ts';
import { idOfUuid } from './codes.ts';
import type { NikHashes, NikHashPair } from './nik-hashes.ts';
import { type Personal, placeOf } from './personal.ts';
import { type Claimant, type ClaimedBooking, claimUnder, selectClaimed } from './queries/rehash-claims.ts';

export interface Rehashed {
  /** Who has a live booking. */
  people: number;
  /** Of them, who lacked a claim under one of the keys. */
  lacking: number;
  /** Of those lacking, when the last one not under the first key was booked: a process without it ran then. */
  lastBehind: Date | null;
  /** Claimed under none of the keys: the keys are not those of this database. */
  strangers: number;
  /** Bookings of people who have another one, made by a process without a key in common with the first. */
  twice: number;
}

interface Rehash {
  sql: Sql;
  sealer: Sealer;
  nikHashes: NikHashes;
  now: () => Date;
  /** False: only looks. */
  write: boolean;
  onProgress: (bookings: number) => void;
}

/** Bookings in one statement: a few milliseconds, for which others wait. */
const atOnce = 100;

/**
 * Goes through all live bookings and claims their people under every key of NIK_KEY. May be stopped and begun again
 * at any time: who has every claim is passed over.
 */
export const rehash = async ({ sql, sealer, nikHashes, now, write, onProgress }: Rehash): Promise<Rehashed> => {
  const found: Rehashed = { people: 0, lacking: 0, lastBehind: null, strangers: 0, twice: 0 };
  let after = { office: '', id: '00000000-0000-0000-0000-000000000000' };
  for (let seen = 0; ; onProgress(seen)) {
    const bookings = await selectClaimed(sql, after, atOnce, now());
    const last = bookings.at(-1);
    if (!last) return found;
    const lacking: Claimant[] = [];
    for (const booking of bookings) {
      const { applicants } = await sealer.open<Personal>(
        booking.personal,
        placeOf(booking.office, idOfUuid(booking.id)),
      );
      for (const person of booking.people) {
        const wanted = await nikHashes(applicants[person.position]?.nik ?? '');
        found.people += 1;
        if (!hashesOf(wanted).includes(person.nik_hash)) found.strangers += 1;
        else if (!covers(person, wanted)) {
          lacking.push({ ...place(booking, person), ...wanted });
          const isBehind = !hashesOf(person).includes(wanted.nik_hash);
          if (isBehind && booking.bookedAt > (found.lastBehind ?? 0)) found.lastBehind = booking.bookedAt;
        }
      }
    }
    found.lacking += lacking.length;
    if (write && lacking.length > 0) found.twice += await repeatable(() => claimUnder(sql, lacking, now()));
    after = { office: last.office, id: last.id };
    seen += bookings.length;
  }
};

const hashesOf = ({ nik_hash, nik_hash_before }: NikHashPair) =>
  [nik_hash, nik_hash_before].filter((hash) => hash !== null);

const covers = (has: NikHashPair, wanted: NikHashPair) =>
  hashesOf(wanted).every((hash) => hashesOf(has).includes(hash));

const place = ({ office, id }: ClaimedBooking, { position }: { position: number }) => ({ office, id, position });
