import { toBase64url } from '../bytes.ts';
import type { Config } from '../config.ts';
import { newTicketKey, randomKey } from '../secrets.ts';
import { CannotDo, done, type Given, type Outcome } from './command.ts';
import { type Env, keepSetting, settings } from './settings.ts';

/** A key as it stands in its setting, and what it is called. */
export interface Key {
  id: string;
  text: string;
}

interface Kind {
  setting: 'TICKET_KEYS' | 'TOKEN_SECRET' | 'DATA_KEYS' | 'NIK_KEY';
  /** What the first key does, and all. */
  first: string;
  all: string;
  read(config: Config): Key[];
  make(id: string): Promise<Key>;
  join(keys: readonly Key[]): string;
  /** Starts the names of keys; null: its keys have no names, they are counted. */
  prefix: string | null;
}

const commas = (keys: readonly Key[]) => keys.map(({ text }) => text).join(',');
const numbered = (texts: readonly string[]): Key[] => texts.map((text, at) => ({ id: String(at + 1), text }));

export const kinds: Record<'ticket' | 'token' | 'data' | 'nik', Kind> = {
  ticket: {
    setting: 'TICKET_KEYS',
    first: 'signs booking tokens',
    all: 'verify them',
    read: ({ TICKET_KEYS }) => TICKET_KEYS.map((key) => ({ id: key.kid, text: JSON.stringify(key) })),
    make: async (id) => ({ id, text: JSON.stringify(await newTicketKey(id)) }),
    join: (keys) => `[${keys.map(({ text }) => text).join(',')}]`,
    prefix: '',
  },
  token: {
    setting: 'TOKEN_SECRET',
    first: 'signs hold and manage tokens and makes day keys',
    all: 'verify them',
    read: ({ TOKEN_SECRET }) => numbered(TOKEN_SECRET),
    make: async (id) => ({ id, text: randomKey() }),
    join: commas,
    prefix: null,
  },
  data: {
    setting: 'DATA_KEYS',
    first: 'seals personal data',
    all: 'open it',
    read: ({ DATA_KEYS }) => DATA_KEYS.map(({ id, secret }) => ({ id, text: `${id}:${toBase64url(secret)}` })),
    make: async (id) => ({ id, text: `${id}:${randomKey()}` }),
    join: commas,
    prefix: 'k',
  },
  nik: {
    setting: 'NIK_KEY',
    first: 'and the second hash NIKs',
    all: 'are checked',
    read: ({ NIK_KEY }) => numbered(NIK_KEY.map(toBase64url)),
    make: async (id) => ({ id, text: randomKey() }),
    join: commas,
    prefix: null,
  },
};

export type KindName = keyof typeof kinds;
export const kindNames = Object.keys(kinds) as KindName[];

export const kindOf = (name: string | undefined): KindName => {
  if (kindNames.includes(name as KindName)) return name as KindName;
  throw new CannotDo(`There is no kind of key "${name}": ${kindNames.join(', ')}.`);
};

export const readKeys = async (env: Env, kind: KindName): Promise<Key[]> => {
  const { setting, read } = kinds[kind];
  return read((await settings(env, setting)) as Config);
};

/** A name that no key of the list has; ids of one kind are counted up and not used again soon. */
export const freshId = (kind: KindName, keys: readonly Key[]): string => {
  const prefix = kinds[kind].prefix ?? '';
  const used = new Set(keys.map(({ id }) => id));
  const highest = Math.max(0, ...keys.map(({ id }) => Number(id.slice(prefix.length)) || 0));
  const numbers = Array.from({ length: 99 }, (_, at) => ((highest + at) % 99) + 1);
  const free = numbers.map((number) => `${prefix}${number}`).find((id) => !used.has(id));
  if (free === undefined) throw new CannotDo('There are 99 keys already.');
  return free;
};

/** The new list to whoever asked: printed, or with `--write` kept where the server reads it and not shown to anybody. */
export const handOut = async (
  { env, options, progress }: Given,
  kind: KindName,
  list: readonly Key[],
  more: object = {},
): Promise<Outcome> => {
  const { setting, join } = kinds[kind];
  const value = join(list);
  const keys = list.map(({ id }) => id);
  if (!options.write) return done({ settings: { [setting]: value }, keys, ...more }, `${setting}=${value}`);
  progress(`Kept in ${await keepSetting(env, setting, value)}; restart the server.`);
  return done({ setting, keys, ...more }, `${setting}: ${keys.join(', ')}`);
};
