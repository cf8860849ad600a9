import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { connect, prepare, startLocal } from '@paspor-antrean/api';

const { DATA_DIR = join(import.meta.dirname, '.data'), PORT = '8788' } = process.env;
const local = await startLocal(DATA_DIR, console.log);
const { DATABASE_URL, ...secrets } = local.settings;
const sql = connect(DATABASE_URL);
await prepare(sql, console.log);
await sql.end();

const secretsFile = join(DATA_DIR, 'worker.env');
const lines = Object.entries({ ...secrets, PUBLIC_URL: `http://localhost:${PORT}` });
await writeFile(secretsFile, lines.map(([name, value]) => `${name}='${value}'\n`).join(''), { mode: 0o600 });

const wrangler = join(dirname(fileURLToPath(import.meta.resolve('wrangler/package.json'))), 'bin', 'wrangler.js');
const worker = spawn(process.execPath, [wrangler, 'dev', '--port', PORT, '--env-file', secretsFile], {
  cwd: import.meta.dirname,
  stdio: 'inherit',
  env: {
    ...process.env,
    CLOUDFLARE_HYPERDRIVE_LOCAL_CONNECTION_STRING_HYPERDRIVE: DATABASE_URL,
    // Nothing is asked of any other host.
    CLOUDFLARE_CF_FETCH_ENABLED: 'false',
    WRANGLER_SEND_METRICS: 'false',
  },
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => worker.kill(signal));
worker.once('exit', async (code) => {
  await local.stop();
  process.exitCode = code ?? 0;
});
