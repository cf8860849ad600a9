import { lastTokenEnds, sealedUnder } from '../booking/queries/key-uses.ts';
import { isoAt } from '../offices/office-time.ts';
import { CannotDo, type Command, counted, done, type Given, type Outcome, refused } from './command.ts';
import { type Key, type KindName, kindNames, kindOf, kinds, readKeys } from './keyring.ts';
import { rehashWith } from './keys-rehash.ts';
import { keepSetting, patiently, withDatabase } from './settings.ts';

export const keysRetire: Command = {
  name: 'keys retire',
  does: 'prints a setting without its last key, once nothing depends on that one any more',
  takes: `<${kindNames.join('|')}>`,
  count: [1, 1],
  options: {
    since: { type: 'string', says: 'when the last process that signed with it was stopped: 2026-12-01T20:00:00+07:00' },
    write: { type: 'boolean', default: false, says: 'also keeps it for the server started here, in DATA_DIR' },
  },
  more: `ticket and token: refused while a token that was signed before --since can still be valid.
data: refused while something is sealed under it. nik: refused while someone with a live booking is not claimed
under the first key.`,
  async run(given) {
    const { env, args, options, progress } = given;
    const kind = kindOf(args[0]);
    const { setting, join } = kinds[kind];
    const keys = await readKeys(env, kind);
    const last = keys.at(-1);
    if (!last || keys.length === 1) return refused({ setting }, `${setting} holds one key, which is in use.`);
    const obstacle = await obstacleTo(kind, last, given);
    if (obstacle) return obstacle;
    const list = keys.slice(0, -1);
    const value = join(list);
    if (options.write) progress(`Kept in ${await keepSetting(env, setting, value)}; restart the server.`);
    return done({ settings: { [setting]: value }, retired: last.id }, `${setting}=${value}`);
  },
};

const obstacleTo = async (kind: KindName, key: Key, given: Given): Promise<Outcome | undefined> => {
  if (kind === 'nik') {
    const { lacking, strangers } = await rehashWith(given, false);
    if (lacking + strangers === 0) return undefined;
    return refused(
      { lacking, strangers },
      `${counted(lacking, 'person', 'people')} with a live booking not yet claimed under the first key: run \`keys rehash\`.`,
    );
  }
  return await withDatabase(given.env, (sql) =>
    patiently(sql, async (tx) => {
      if (kind === 'data') {
        const count = await sealedUnder(tx, key.id);
        return count === 0
          ? undefined
          : refused(
              { sealed: count },
              `${counted(count, 'booking')} sealed under key ${key.id}; they are purged in time.`,
            );
      }
      const now = new Date();
      const ends = await lastTokenEnds(tx, kind, readSince(given.options.since, now));
      if (!ends || ends <= now) return undefined;
      const until = isoAt(ends, 'Asia/Jakarta');
      return refused({ until }, `A token of key ${key.id} can be valid until ${until}; retire it then.`);
    }),
  );
};

const readSince = (text: unknown, now: Date): Date => {
  const since = new Date(String(text));
  const isInstant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2})$/.test(String(text));
  if (!isInstant || Number.isNaN(since.getTime()) || since > now)
    throw new CannotDo(
      '--since takes a moment that is past, like 2026-11-01T20:00+07:00: when the last process that signed with the key was stopped.',
    );
  return since;
};
