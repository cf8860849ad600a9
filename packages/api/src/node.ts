import { parseArgs } from 'node:util';
import { readWorkers, serve, stopOnSignals } from './serve.ts';
import { startWorker } from './start.ts';
import { isWorker } from './workers.ts';

const help = `Serves the passport queue.

  npm start [-- --workers N]

  --workers N   processes that serve behind one port (default 1)
  --help        this text

Settings are environment variables: PORT (8787), DATABASE_URL (an embedded
PostgreSQL when there is none), DATA_DIR (.data) and more in docs/operating.md.
`;

const main = async () => {
  if (isWorker(process.env)) {
    const stopWith = stopOnSignals(false);
    const running = await startWorker(process.env);
    process.send?.({ port: running.port });
    return await stopWith(running);
  }
  const { values } = parseArgs({ options: { workers: { type: 'string', default: '1' }, help: { type: 'boolean' } } });
  if (values.help) process.stdout.write(`${help}\n`);
  else await serve(readWorkers(values.workers));
};

await main().catch((error: unknown) => {
  // One clear sentence for whoever typed the command; a stack helps nobody who has a wrong setting.
  const hint = error instanceof TypeError && 'code' in error ? ' --help lists what there is.' : '';
  process.stderr.write(`${error instanceof Error ? error.message : 'The start failed.'}${hint}\n`);
  process.exit(1);
});
