import { parseArgs } from 'node:util';
import { hasManual, hasStories } from './site/disk-assets.ts';
import { type Running, start, startWorker } from './start.ts';
import { isWorker } from './workers.ts';

const help = `Serves the passport queue.

  npm start [-- --workers N]

  --workers N   processes that serve behind one port (default 1)
  --help        this text

Settings are environment variables: PORT (8787), DATABASE_URL (an embedded
PostgreSQL when there is none), DATA_DIR (.data) and more in docs/operating.md.
`;

const say = (line: string) => process.stdout.write(`${line}\n`);

const readArguments = () => {
  const { values } = parseArgs({ options: { workers: { type: 'string', default: '1' }, help: { type: 'boolean' } } });
  const workers = Number(values.workers);
  if (!Number.isInteger(workers) || workers < 1 || workers > 64)
    throw new Error('--workers takes a number from 1 to 64.');
  return { workers, help: values.help };
};

let running: Running | undefined;
let stopping = false;

const stop = async () => {
  if (!running) return;
  if (!isWorker(process.env)) say('Stopping: finishing the requests under way …');
  const code = await running.stop().then(
    () => 0,
    () => 1,
  );
  process.exit(code);
};

// From the first moment on, so that a database that is just starting is not left behind.
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    // Asked twice, it goes at once.
    if (stopping) process.exit(130);
    stopping = true;
    void stop();
  });
}

const main = async () => {
  if (isWorker(process.env)) {
    running = await startWorker(process.env);
    process.send?.({ port: running.port });
    if (stopping) await stop();
    return;
  }
  const { workers, help: asked } = readArguments();
  if (asked) return say(help);
  const began = performance.now();
  running = await start(process.env, say, { workers });
  if (stopping) await stop();
  say(`Ready in ${((performance.now() - began) / 1000).toFixed(1)} s${workers > 1 ? `, ${workers} processes` : ''}\n`);
  say(`  An office's page with the widget   ${running.url}/`);
  say(`  Bandung's own page                 ${running.url}/kantor/bandung`);
  say(`  API reference                      ${running.url}/docs`);
  if (hasManual()) say(`  The manual                         ${running.url}/manual/`);
  say(hasStories() ? `  Every state of the widget          ${running.url}/stories/\n` : '');
};

await main().catch((error: unknown) => {
  // One clear sentence for whoever typed the command; a stack helps nobody who has a wrong setting.
  const hint = error instanceof TypeError && 'code' in error ? ' --help lists what there is.' : '';
  process.stderr.write(`${error instanceof Error ? error.message : 'The start failed.'}${hint}\n`);
  process.exit(1);
});
