import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { repository, run, SetupFailed } from './run.mjs';

/** Gzipped bytes of the worker, at level 9. Cloudflare itself allows 3 MB. */
export const workerBudget = 150_000;

/** Where the worker is set up: what is deployed is what is measured. */
const example = join(repository, 'examples', 'edge-worker');

/** Without an account, a network or anything sent home. */
const alone = { WRANGLER_SEND_METRICS: 'false', WRANGLER_HIDE_BANNER: 'true', WRANGLER_LOG: 'error', CI: 'true' };

/** The worker as `wrangler deploy` would send it; answers its file. Fails where a deployment would. */
export async function buildWorker(outdir) {
  const wrangler = join(repository, 'node_modules', 'wrangler', 'bin', 'wrangler.js');
  const args = [wrangler, 'deploy', '--dry-run', '--minify', '--cwd', example, '--outdir', outdir];
  const env = { ...alone, WRANGLER_LOG_PATH: join(outdir, 'logs') };
  const code = await run(process.execPath, args, { env, stdio: ['ignore', 'ignore', 'inherit'] });
  if (code !== 0) throw new SetupFailed('`wrangler deploy --dry-run` failed; it says why above.');
  return join(outdir, 'worker.js');
}

export async function weighWorker() {
  const bytes = readFileSync(await buildWorker(join(repository, '.cache', 'worker')));
  const [gzip, brotli] = [gzipSync(bytes, { level: 9 }).length, brotliCompressSync(bytes).length];
  return { name: 'the API at the edge', raw: bytes.length, gzip, brotli, budget: workerBudget };
}
