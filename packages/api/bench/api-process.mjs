import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { exportJWK, generateKeyPair } from 'jose';
import { cpuMs } from './database.mjs';

const secret = () => randomBytes(32).toString('base64url');

/** The server as an operator starts it, with its own CPU account. */
export const startApi = async (databaseUrl, { workers = 1, profile } = {}) => {
  const { privateKey } = await generateKeyPair('EdDSA', { extractable: true });
  const env = {
    ...process.env,
    DATABASE_URL: databaseUrl,
    PORT: '0',
    LOG_LEVEL: 'error',
    OPEN_HOLD_SEATS_PER_CLIENT: '1000000',
    TICKET_KEYS: JSON.stringify([{ ...(await exportJWK(privateKey)), kid: '1' }]),
    TOKEN_SECRET: secret(),
    DATA_KEYS: `k1:${secret()}`,
    NIK_KEY: secret(),
  };
  const entry = fileURLToPath(new URL('../dist/node.js', import.meta.url));
  const flags = profile ? ['--cpu-prof', `--cpu-prof-dir=${profile}`] : [];
  const child = spawn(process.execPath, [...flags, entry, '--workers', String(workers)], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const port = await new Promise((resolve, reject) => {
    let text = '';
    child.stdout.on('data', (chunk) => {
      text += chunk;
      const found = /the widget\s+http:\/\/localhost:(\d+)/.exec(text);
      if (found) resolve(Number(found[1]));
      for (const line of String(chunk).split('\n')) if (line.startsWith('{')) console.error(line);
    });
    child.on('close', () => reject(new Error('The server ended')));
  });
  return {
    port,
    cpuMs: () => cpuMs(child.pid),
    stop: () =>
      new Promise((resolve) => {
        child.removeAllListeners('close');
        child.on('close', resolve);
        child.kill('SIGTERM');
      }),
  };
};
