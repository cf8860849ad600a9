import { lastTokenEnds, sealedUnder } from '../booking/queries/key-uses.ts';
import { isoAt } from '../offices/office-time.ts';
import { CannotDo, type Command, counted, type Given, type Outcome, refused } from './command.ts';
import { handOut, type Key, type KindName, kindNames, kindOf, kinds, readKeys } from './keyring.ts';
import { claimedUnderNeither, rehashWith } from './keys-rehash.ts';
import { patiently, withDatabase } from './settings.ts';

export const keysRetire: Command = {
  name: 'keys retire',
  does: 'prints a setting without its last key, once nothing depends on that one any more',
  takes: `<${kindNames.join('|')}>`,
  count: [1, 1],
  options: {
    since: {
      type: 'string',
      says: 'when the last process was stopped that ran without the new first key: 2026-12-01T20:00:00+07:00',
    },
    write: {
      type: 'boolean',
      default: false,
      says: 'keeps it for the server started here, in DATA_DIR, and prints only the names of its keys',
    },
  },
  more: `Only once all processes run with the new first key; only you know since when, so --since is always due.
ticket and token: refused while a token that was signed before --since can still be valid.
data: refused while something is sealed under it. nik: refused while someone with a live booking is not claimed
under the first key. Both say so when a booking shows that a process without the first key ran after --since.`,
  async run(given) {
    const { env, args } = given;
    const kind = kindOf(args[0]);
    const { setting } = kinds[kind];
    const keys = await readKeys(env, kind);
    const last = keys.at(-1);
    if (!last || keys.length === 1) return refused({ setting }, `${setting} holds one key, which is in use.`);
    const obstacle = await obstacleTo(kind, last, given);
    if (obstacle) return obstacle;
    return await handOut(given, kind, keys.slice(0, -1), { retired: last.id });
  },
};

const obstacleTo = async (kind: KindName, key: Key, given: Given): Promise<Outcome | undefined> => {
  const now = new Date();
  const since = readSince(given.options.since, now);
  if (kind === 'nik') return await nikObstacle(given, since);
  return await withDatabase(given.env, (sql) =>
    patiently(sql, async (tx) => {
      if (kind === 'data') {
        const { sealed, late } = await sealedUnder(tx, key.id, since);
        if (sealed === 0) return undefined;
        return refused(
          { sealed, late },
          `${counted(sealed, 'booking')} sealed under key ${key.id}; they are purged in time.`,
          late > 0 && stillRuns(`${counted(late, 'booking')} of them after --since`),
        );
      }
      const ends = await lastTokenEnds(tx, kind, since);
      if (!ends || ends <= now) return undefined;
      const until = isoAt(ends, 'Asia/Jakarta');
      return refused({ until }, `A token of key ${key.id} can be valid until ${until}; retire it then.`);
    }),
  );
};

const nikObstacle = async (given: Given, since: Date): Promise<Outcome | undefined> => {
  const { lacking, strangers, lastBehind } = await rehashWith(given, false);
  if (lacking + strangers === 0) return undefined;
  const isLate = lastBehind !== null && lastBehind >= since;
  return refused(
    { lacking, strangers, lastBehind },
    strangers > 0 && claimedUnderNeither(strangers),
    isLate && stillRuns('Someone was booked under the last key alone after --since'),
    lacking > 0 &&
      `${counted(lacking, 'person', 'people')} with a live booking not yet claimed under both keys: run \`keys rehash\`.`,
  );
};

const stillRuns = (seen: string) =>
  `${seen}: a process without the first key still runs. Stop it, and retire with a later --since.`;

const readSince = (text: unknown, now: Date): Date => {
  const since = new Date(String(text));
  const isInstant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2})$/.test(String(text));
  if (!isInstant || Number.isNaN(since.getTime()) || since > now)
    throw new CannotDo(
      '--since takes a moment that is past, like 2026-11-01T20:00+07:00: when the last process without the new first key was stopped.',
    );
  return since;
};
