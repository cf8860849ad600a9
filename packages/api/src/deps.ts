import type { Context } from 'hono';
import type { Snapshots } from './availability/snapshots.ts';
import type { NikHashes } from './booking/nik-hashes.ts';
import type { Writes } from './booking/writes.ts';
import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import type { Sql } from './db/connect.ts';
import type { Log } from './http/log.ts';
import type { Pack } from './http/send.ts';
import type { VerifyStaff } from './http/staff-member.ts';
import type { Offices } from './offices/offices.ts';
import type { Sealer } from './sealed.ts';
import type { DayKeys } from './ticket/day-keys.ts';
import type { Tickets } from './ticket/ticket.ts';

/** All that the rules need from outside. Made once by an entry, passed down, never imported. */
export interface Deps {
  sql: Sql;
  clock: Clock;
  config: Config & { PUBLIC_URL: string };
  log: Log;
  offices: Offices;
  tickets: Tickets;
  dayKeys: DayKeys;
  verifyStaff: VerifyStaff;
  sealer: Sealer;
  writes: Writes;
  snapshots: Snapshots;
  nikHashes: NikHashes;
  /** Who is asking, as a keyed hash that changes daily. */
  clientOf: (network: string) => Promise<Uint8Array<ArrayBuffer>>;
  /** HMAC under a key of its own, for codes that were tried. */
  clientHash: (text: string) => Promise<Uint8Array<ArrayBuffer>>;
  peerAddress: (c: Context) => string;
  /** None: what goes out is packed by whoever stands before this server, or not at all. */
  pack?: Pack | undefined;
  /** Checks each answer against the contract; on in tests. */
  checkAnswers: boolean;
}
