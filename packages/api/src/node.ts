import { type Running, start } from './start.ts';

const say = (line: string) => process.stdout.write(`${line}\n`);

let running: Running | undefined;
let stopping = false;

const stop = async () => {
  if (!running) return;
  say('Stopping: finishing the requests under way …');
  const code = await running.stop().then(
    () => 0,
    () => 1,
  );
  process.exit(code);
};

// From the first moment on, so that a database that is just starting is not left behind.
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (stopping) return;
    stopping = true;
    void stop();
  });
}

try {
  const began = performance.now();
  running = await start(process.env, say);
  if (stopping) await stop();
  say(`Ready in ${((performance.now() - began) / 1000).toFixed(1)} s\n`);
  say(`  An office's page with the widget   ${running.url}/`);
  say(`  Bandung's own page                 ${running.url}/kantor/bandung`);
  say(`  API reference                      ${running.url}/docs\n`);
} catch (error) {
  // One clear sentence for whoever typed the command; a stack helps nobody who has a wrong setting.
  process.stderr.write(`${error instanceof Error ? error.message : 'The start failed.'}\n`);
  process.exit(1);
}
