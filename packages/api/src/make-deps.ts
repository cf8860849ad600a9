import { createSnapshots } from './availability/snapshots.ts';
import { createNikHashes } from './booking/nik-hashes.ts';
import { createWrites } from './booking/writes.ts';
import { createMac, deriveKey } from './bytes.ts';
import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import type { Sql } from './db/connect.ts';
import type { Deps } from './deps.ts';
import { createClientHash } from './http/client-hash.ts';
import type { Log } from './http/log.ts';
import type { Pack } from './http/send.ts';
import { createOffices, type Directory } from './offices/offices.ts';
import { createSealer } from './sealed.ts';
import { createStaff } from './staff/create-staff.ts';
import type { ProviderMemory } from './staff/provider.ts';
import { createDayKeys } from './ticket/day-keys.ts';
import { createTickets } from './ticket/ticket.ts';

interface Outside {
  config: Config;
  publicUrl: string;
  sql: Sql;
  clock: Clock;
  log: Log;
  peerAddress: Deps['peerAddress'];
  pack?: Pack;
  checkAnswers?: boolean;
  /** See {@link createWrites}. */
  coalesce?: boolean;
  /** For how long what was read of free seats may be remembered, in ms. Default 1,000. */
  snapshotMs?: number;
  /** What is known of the offices already, where it outlives these dependencies. */
  directory?: Directory;
  /** The same of the staff's identity provider. */
  providerMemory?: ProviderMemory;
  /** True where this process started the embedded database: there alone the staff's development tokens count. */
  isEmbedded?: boolean;
}

/** What takes time to make and is bound to no connection: the imported keys. */
export const importKeys = async (config: Config, clock: Clock) => {
  const clientHash = await createMac(await deriveKey(config.TOKEN_SECRET[0] ?? '', 'client'));
  return {
    tickets: await createTickets(config.TICKET_KEYS, config.TOKEN_SECRET, clock),
    dayKeys: await createDayKeys(config.TOKEN_SECRET),
    sealer: await createSealer(config.DATA_KEYS),
    nikHashes: await createNikHashes(config.NIK_KEY),
    clientHash,
    clientOf: createClientHash(clientHash, clock),
  };
};

type Keys = Awaited<ReturnType<typeof importKeys>>;

/** Ties everything together over one database. */
export const tieDeps = (outside: Outside, keys: Keys): Deps => {
  const { config, publicUrl, sql, clock, log, peerAddress, directory } = outside;
  const { checkAnswers = false, coalesce = true, snapshotMs = 1000, isEmbedded = false } = outside;
  const offices = createOffices(sql, clock, directory);
  return {
    ...keys,
    sql,
    clock,
    log,
    peerAddress,
    pack: outside.pack,
    checkAnswers,
    offices,
    verifyStaff: createStaff({ config, clock, isEmbedded, memory: outside.providerMemory }),
    config: { ...config, PUBLIC_URL: publicUrl },
    snapshots: createSnapshots({ sql, clock, offices }, snapshotMs),
    writes: createWrites({ sql, clock, seatLimit: config.OPEN_HOLD_SEATS_PER_CLIENT, coalesce, snapshotMs }),
  };
};

export const makeDeps = async (outside: Outside): Promise<Deps> =>
  tieDeps(outside, await importKeys(outside.config, outside.clock));
