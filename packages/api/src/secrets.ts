import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exportJWK, generateKeyPair } from 'jose';
import { toBase64url } from './bytes.ts';

/** 32 bytes in base64url. */
export const randomKey = (): string => toBase64url(crypto.getRandomValues(new Uint8Array(32)));

export const newTicketKey = async (kid: string) => {
  const { privateKey } = await generateKeyPair('EdDSA', { extractable: true });
  return { ...(await exportJWK(privateKey)), kid };
};

const fileIn = (dataDir: string) => join(dataDir, 'secrets.json');

/** What {@link localSecrets} made earlier, or nothing. */
export const keptSecrets = async (dataDir: string): Promise<Record<string, string> | undefined> => {
  try {
    return JSON.parse(await readFile(fileIn(dataDir), 'utf8'));
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') return undefined;
    throw new Error(`The secrets in ${fileIn(dataDir)} cannot be read: ${(error as Error).name}.`);
  }
};

/** One of each, as settings. */
export const newSecrets = async (): Promise<
  Record<'TICKET_KEYS' | 'TOKEN_SECRET' | 'DATA_KEYS' | 'NIK_KEY', string>
> => ({
  TICKET_KEYS: JSON.stringify([await newTicketKey('1')]),
  TOKEN_SECRET: randomKey(),
  DATA_KEYS: `k1:${randomKey()}`,
  NIK_KEY: randomKey(),
});

/** Written beside and renamed: a crash in between must not leave half a file that no start can read. */
export const keepSecrets = async (dataDir: string, secrets: Record<string, string>): Promise<void> => {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  await writeFile(`${fileIn(dataDir)}.new`, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  await rename(`${fileIn(dataDir)}.new`, fileIn(dataDir));
};

/**
 * Secrets for the embedded default, made on the first start and kept in `DATA_DIR/secrets.json` (0600). With a
 * `DATABASE_URL` of your own this is never called: there each secret has to be given.
 */
export const localSecrets = async (dataDir: string): Promise<Record<string, string>> => {
  const kept = await keptSecrets(dataDir);
  if (kept) return kept;
  const secrets = await newSecrets();
  await keepSecrets(dataDir, secrets);
  return secrets;
};
