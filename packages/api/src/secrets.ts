import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exportJWK, generateKeyPair } from 'jose';
import { toBase64url } from './bytes.ts';

const random = (bytes: number) => toBase64url(crypto.getRandomValues(new Uint8Array(bytes)));

const newTicketKeys = async (): Promise<string> => {
  const { privateKey } = await generateKeyPair('EdDSA', { extractable: true });
  return JSON.stringify([{ ...(await exportJWK(privateKey)), kid: '1' }]);
};

/**
 * Secrets for the embedded default, made on the first start and kept in `DATA_DIR/secrets.json` (0600). With a
 * `DATABASE_URL` of your own this is never called: there each secret has to be given.
 */
export const localSecrets = async (dataDir: string): Promise<Record<string, string>> => {
  const file = join(dataDir, 'secrets.json');
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    if ((error as { code?: string }).code !== 'ENOENT')
      throw new Error(`The secrets in ${file} cannot be read: ${(error as Error).name}.`);
  }
  const secrets = {
    TICKET_KEYS: await newTicketKeys(),
    TOKEN_SECRET: random(32),
    DATA_KEYS: `k1:${random(32)}`,
    NIK_KEY: random(32),
  };
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  // Written beside and renamed: a crash in between must not leave half a file that no start can read.
  await writeFile(`${file}.new`, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  await rename(`${file}.new`, file);
  return secrets;
};
