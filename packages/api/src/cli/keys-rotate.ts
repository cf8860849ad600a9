import { CannotDo, type Command, refused } from './command.ts';
import { freshId, handOut, type Key, kindNames, kindOf, kinds, readKeys } from './keyring.ts';

export const keysRotate: Command = {
  name: 'keys rotate',
  does: 'prints a setting with a new key in front; the old ones stay and are still accepted',
  takes: `<${kindNames.join('|')}>`,
  count: [1, 1],
  options: {
    standby: { type: 'boolean', default: false, says: 'puts the new key last: known to all, used by none yet' },
    promote: { type: 'boolean', default: false, says: 'makes no key, but puts the last one in front' },
    write: {
      type: 'boolean',
      default: false,
      says: 'keeps it for the server started here, in DATA_DIR, and prints only the names of its keys',
    },
  },
  more: `With several processes go in two steps, or one that has started with the new key hands out what another does not
know yet: --standby, restart all, --promote, restart all. NIK hashes are made under both keys and need only one.
When all run with the new key: \`keys retire\` (for nik \`keys rehash\` first).`,
  async run(given) {
    const { env, args, options } = given;
    const kind = kindOf(args[0]);
    const { setting } = kinds[kind];
    if (options.standby && options.promote) throw new CannotDo('Either --standby or --promote.');
    const keys = await readKeys(env, kind);
    if (kind === 'nik' && keys.length > 1 && !options.promote)
      return refused(
        { setting },
        'NIK_KEY holds two keys already: `keys rehash` and `keys retire nik` end that rotation.',
      );
    if (options.promote && keys.length === 1)
      return refused({ setting }, `${setting} holds one key: there is none to put in front.`);
    const list = options.promote ? promoted(keys) : await added(kind, keys, options.standby === true);
    return await handOut(given, kind, list);
  },
};

const promoted = (keys: readonly Key[]): Key[] => [...keys.slice(-1), ...keys.slice(0, -1)];

const added = async (kind: Parameters<typeof freshId>[0], keys: readonly Key[], last: boolean): Promise<Key[]> => {
  const key = await kinds[kind].make(freshId(kind, keys));
  return last ? [...keys, key] : [key, ...keys];
};
