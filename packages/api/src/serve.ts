import { hasManual, hasStories } from './site/disk-assets.ts';
import { type Running, start } from './start.ts';

const say = (line: string) => process.stdout.write(`${line}\n`);

export const readWorkers = (text: string): number => {
  const workers = Number(text);
  if (!Number.isInteger(workers) || workers < 1 || workers > 64)
    throw new Error('--workers takes a number from 1 to 64.');
  return workers;
};

/**
 * Ends the process with whatever `running` gives, once it is asked to. Listens from the first moment on, so that a
 * database that is just starting is not left behind.
 */
export const stopOnSignals = (sayStopping: boolean) => {
  let running: Running | undefined;
  let stopping = false;
  const stop = async () => {
    if (!running) return;
    if (sayStopping) say('Stopping: finishing the requests under way …');
    const code = await running.stop().then(
      () => 0,
      () => 1,
    );
    process.exit(code);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      // Asked twice, it goes at once.
      if (stopping) process.exit(130);
      stopping = true;
      void stop();
    });
  }
  return async (started: Running) => {
    running = started;
    if (stopping) await stop();
  };
};

/** Everything in this process, or in `workers` of them. Resolves when it is ready. */
export const serve = async (workers: number): Promise<void> => {
  const stopWith = stopOnSignals(true);
  const began = performance.now();
  const running = await start(process.env, say, { workers });
  await stopWith(running);
  say(`Ready in ${((performance.now() - began) / 1000).toFixed(1)} s${workers > 1 ? `, ${workers} processes` : ''}\n`);
  say(`  An office's page with the widget   ${running.url}/`);
  say(`  Bandung's own page                 ${running.url}/kantor/bandung`);
  say(`  API reference                      ${running.url}/docs`);
  if (hasManual()) say(`  The manual                         ${running.url}/manual/`);
  say(hasStories() ? `  Every state of the widget          ${running.url}/stories/\n` : '');
};
