import * as v from 'valibot';
import { fromBase64url, toBase64url } from './bytes.ts';
import { isNetwork } from './http/client-address.ts';
import type { DataKey } from './sealed.ts';

/** An Ed25519 JWK. Without `d` it verifies only: a retired key, kept until its last token has ended. */
export interface TicketKey {
  kid: string;
  x: string;
  d?: string | undefined;
}

const TicketKey = v.object({
  kty: v.literal('OKP', 'must have kty "OKP"'),
  crv: v.literal('Ed25519', 'must have crv "Ed25519"'),
  kid: v.pipe(v.string('must have a kid'), v.regex(/^[\w-]{1,2}$/, 'must have a kid of one or two characters')),
  x: v.pipe(v.string('must have x'), v.regex(/^[\w-]{43}$/, 'must have an x of 32 bytes')),
  d: v.optional(v.pipe(v.string(), v.regex(/^[\w-]{43}$/, 'must have a d of 32 bytes'))),
});

const json = v.rawTransform<string, unknown>(({ dataset, addIssue, NEVER }) => {
  try {
    return JSON.parse(dataset.value);
  } catch {
    addIssue({ message: 'must be JSON' });
    return NEVER;
  }
});

const TicketKeys = v.pipe(
  v.string(),
  json,
  v.transform((value) =>
    typeof value === 'object' && value && Object.hasOwn(value, 'keys') ? (value as { keys: unknown }).keys : value,
  ),
  v.array(TicketKey, 'must be a JWKS or an array of JWKs'),
  v.minLength(1, 'must hold at least one key'),
  v.check((keys) => keys[0]?.d !== undefined, 'must start with a private key, the one that signs'),
  v.check((keys) => new Set(keys.map((key) => key.kid)).size === keys.length, 'must not repeat a kid'),
);

const DataKeys = v.pipe(
  v.string(),
  v.regex(
    /^[\w-]{1,16}:[\w-]{43}(,[\w-]{1,16}:[\w-]{43})*$/,
    'must be id:key pairs, comma-separated, each key 32 bytes in base64url',
  ),
  v.transform((text) =>
    text.split(',').map((pair): DataKey => {
      const [id = '', secret = ''] = pair.split(':');
      return { id, secret: fromBase64url(secret) ?? new Uint8Array() };
    }),
  ),
  v.check((keys) => keys.every((key) => key.secret.length === 32), 'must hold keys of 32 bytes in base64url'),
  v.check((keys) => new Set(keys.map((key) => key.id)).size === keys.length, 'must not repeat an id'),
);

const NikKeys = v.pipe(
  v.string(),
  v.transform((text) => text.split(',').map((key) => fromBase64url(key.trim()) ?? new Uint8Array())),
  v.check(
    (keys) => keys.every((key) => key.length === 32),
    'must be 32 bytes in base64url, or two of them with a comma between',
  ),
  v.maxLength(2, 'must hold two keys at most: end one rotation before the next'),
  v.check((keys) => new Set(keys.map(toBase64url)).size === keys.length, 'must not repeat a key'),
);

const TokenSecrets = v.pipe(
  v.string(),
  v.transform((text) => text.split(',').map((secret) => secret.trim())),
  v.check(
    (secrets) => secrets.every((secret) => secret.length >= 32),
    'must have at least 32 characters (several: comma-separated, the first signs)',
  ),
);

const integer = (min: number, max: number, fallback: number) =>
  v.optional(
    v.pipe(
      v.string(),
      v.regex(/^\d{1,9}$/, `must be a whole number from ${min} to ${max}`),
      v.transform(Number),
      v.minValue(min, `must be a whole number from ${min} to ${max}`),
      v.maxValue(max, `must be a whole number from ${min} to ${max}`),
    ),
    String(fallback),
  );

const list = <const S extends v.GenericSchema<string, string>>(item: S, fallback = '') =>
  v.pipe(
    v.optional(v.string(), fallback),
    v.transform((text) =>
      text
        .split(',')
        .map((part) => part.trim())
        .filter(Boolean),
    ),
    v.array(item),
  );

const Origin = v.pipe(
  v.string(),
  v.regex(
    /^(\*\.[a-z0-9.-]+\.[a-z]{2,}|https?:\/\/[a-z0-9.-]+(:\d+)?)$/,
    'must be origins (https://bandung.example.go.id) or wildcards (*.imigrasi.go.id), comma-separated',
  ),
);

const Network = v.pipe(v.string(), v.check(isNetwork, 'must be addresses or networks (10.0.0.0/8), comma-separated'));

const databaseUrl = v.pipe(
  v.string(),
  v.check((text) => {
    try {
      return ['postgres:', 'postgresql:'].includes(new URL(text).protocol);
    } catch {
      return false;
    }
  }, 'must look like postgres://user:password@host:5432/database'),
);

const publicUrl = v.pipe(
  v.string(),
  v.regex(/^https?:\/\/[^\s/?#]+(\/[^\s?#]*)?$/, 'must be an address like https://antrean.example.go.id'),
  v.transform((text) => text.replace(/\/+$/, '')),
);

const issuer = v.pipe(
  v.string(),
  v.check(
    (text) =>
      /^(https:\/\/|http:\/\/(localhost|127\.0\.0\.1|\[::1\])(?=[:/]|$))[^\s?#]+$/.test(text) && URL.canParse(text),
    'must be the https address of an OpenID Connect issuer, exactly as its tokens name it (http for localhost only)',
  ),
);

/** As it stands in a token: no address, a word or a URI. */
const word = v.pipe(v.string(), v.regex(/^[!-~]{1,200}$/, 'must be 1 to 200 characters, without spaces'));

const common = {
  PORT: integer(0, 65_535, 8787),
  HOST: v.optional(v.pipe(v.string(), v.regex(/^[\w.:-]+$/, 'must be an address to listen on')), '127.0.0.1'),
  DATA_DIR: v.optional(v.pipe(v.string(), v.minLength(1, 'must not be empty')), '.data'),
  PUBLIC_URL: v.optional(publicUrl),
  ALLOWED_ORIGINS: list(Origin, '*.imigrasi.go.id'),
  TRUSTED_PROXIES: list(Network),
  OPEN_HOLD_SEATS_PER_CLIENT: integer(1, 1_000_000, 20),
  DATABASE_POOL: integer(1, 200, 10),
  DATABASE_POOLER: v.optional(v.picklist(['none', 'transaction'], 'must be none or transaction'), 'none'),
  METRICS_TOKEN: v.optional(v.pipe(v.string(), v.minLength(16, 'must have at least 16 characters'))),
  LOG_LEVEL: v.optional(v.picklist(['info', 'error', 'silent'], 'must be info, error or silent'), 'info'),
  STAFF_ISSUER: v.optional(issuer),
  STAFF_AUDIENCE: v.optional(word),
  STAFF_CLIENT_ID: v.optional(word),
  STAFF_OFFICE_CLAIM: v.optional(word, 'office'),
  STAFF_ROLE_CLAIM: v.optional(word, 'role'),
};

/** The settings of an identity provider are of no use without each other. */
const provider = ['STAFF_ISSUER', 'STAFF_AUDIENCE', 'STAFF_CLIENT_ID'] as const;

const wholeProvider = <T extends { [N in (typeof provider)[number]]?: string | undefined }>() =>
  v.rawCheck<T>(({ dataset, addIssue }) => {
    // Also where something else is wrong: all of it is said at once.
    const input = dataset.value as Record<string, unknown>;
    const missing = provider.filter((key) => input[key] === undefined);
    if (missing.length === provider.length) return;
    for (const key of missing) {
      const message = `is required: ${provider.join(', ')} go together`;
      addIssue({ message, path: [{ type: 'object', origin: 'value', input, key, value: undefined }] });
    }
  });

const settings = {
  ...common,
  DATABASE_URL: databaseUrl,
  TICKET_KEYS: TicketKeys,
  TOKEN_SECRET: TokenSecrets,
  DATA_KEYS: DataKeys,
  NIK_KEY: NikKeys,
};

const Settings = v.object(settings);
/** At the edge nothing says under which address a worker is reached. */
const EdgeSettings = v.pipe(v.object({ ...settings, PUBLIC_URL: publicUrl }), wholeProvider());

export type Config = v.InferOutput<typeof Settings>;
export type EdgeConfig = v.InferOutput<typeof EdgeSettings>;

/** All that is wrong with the settings, one line each. Says names and rules, never a value. */
export class SettingsInvalid extends Error {
  override name = 'SettingsInvalid';
  readonly faults: readonly string[];
  constructor(faults: readonly string[]) {
    super(`The settings need attention:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
    this.faults = faults;
  }
}

const check = <S extends v.GenericSchema>(schema: S, env: Record<string, string | undefined>): v.InferOutput<S> => {
  // A rule without words of its own would be told in the library's, which hold what was given.
  const result = v.safeParse(schema, present(env), { message: 'is not of the right shape' });
  if (result.success) return result.output;
  const faults = result.issues.map((issue) => {
    const name = String(issue.path?.[0]?.key ?? '');
    const missing = issue.kind === 'schema' && issue.input === undefined && issue.path?.length === 1;
    return `${name} ${missing ? 'is required' : issue.message}`;
  });
  throw new SettingsInvalid([...new Set(faults)]);
};

/** A setting left empty is a setting not made. */
const present = (env: Record<string, string | undefined>) =>
  Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));

export const readConfig = (env: Record<string, string | undefined>): Config =>
  check(v.pipe(Settings, wholeProvider()), env);

export const readEdgeConfig = (env: Record<string, string | undefined>): EdgeConfig => check(EdgeSettings, env);

/** Only these, for a command that needs no more. */
export const readSome = <const N extends keyof Config>(
  env: Record<string, string | undefined>,
  names: readonly N[],
): Pick<Config, N> => check(v.pick(Settings, names as never), env) as Pick<Config, N>;

/** The settings that are needed before there is a database or a secret: the embedded default makes those itself. */
export const readEmbeddedConfig = (env: Record<string, string | undefined>) =>
  check(v.pipe(v.object({ ...common, ...partialSecrets }), wholeProvider()), env);

const partialSecrets = {
  TICKET_KEYS: v.optional(TicketKeys),
  TOKEN_SECRET: v.optional(TokenSecrets),
  DATA_KEYS: v.optional(DataKeys),
  NIK_KEY: v.optional(NikKeys),
};
