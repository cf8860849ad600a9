import { createWrites } from './booking/writes.ts';
import { createMac, deriveKey } from './bytes.ts';
import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import type { Sql } from './db/connect.ts';
import type { Deps } from './deps.ts';
import type { Log } from './http/log.ts';
import { createOffices } from './offices/offices.ts';
import { createSealer } from './sealed.ts';
import { createTickets } from './ticket/ticket.ts';

interface Outside {
  config: Config;
  publicUrl: string;
  sql: Sql;
  clock: Clock;
  log: Log;
  peerAddress: Deps['peerAddress'];
  checkAnswers?: boolean;
  /** See {@link createWrites}. */
  coalesce?: boolean;
}

/** Imports the keys once and ties everything together. */
export const makeDeps = async ({
  config,
  publicUrl,
  sql,
  clock,
  log,
  peerAddress,
  checkAnswers = false,
  coalesce = true,
}: Outside): Promise<Deps> => ({
  sql,
  clock,
  log,
  peerAddress,
  checkAnswers,
  config: { ...config, PUBLIC_URL: publicUrl },
  offices: createOffices(sql, clock),
  tickets: await createTickets(config.TICKET_KEYS, config.TOKEN_SECRET, clock),
  sealer: await createSealer(config.DATA_KEYS),
  writes: createWrites({ sql, clock, seatLimit: config.OPEN_HOLD_SEATS_PER_CLIENT, coalesce }),
  nikHash: await createMac(config.NIK_KEY),
  clientHash: await createMac(await deriveKey(config.TOKEN_SECRET[0] ?? '', 'client')),
});
