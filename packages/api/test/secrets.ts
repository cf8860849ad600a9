import { exportJWK, generateKeyPair } from 'jose';

const random = () => Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('base64url');

export const ticketKey = async (kid: string) => {
  const { privateKey } = await generateKeyPair('EdDSA', { extractable: true });
  return { ...(await exportJWK(privateKey)), kid };
};

/** Fresh secrets as an operator would set them. */
export const testSecrets = async (): Promise<Record<string, string>> => ({
  TICKET_KEYS: JSON.stringify([await ticketKey('1')]),
  TOKEN_SECRET: random(),
  DATA_KEYS: `k1:${random()}`,
  NIK_KEY: random(),
});

export const dataKey = (id: string) => `${id}:${random()}`;
export const tokenSecret = random;
