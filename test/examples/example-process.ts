import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const repository = fileURLToPath(new URL('../../', import.meta.url));

export interface Example {
  url: string;
  output(): string;
  /** As Ctrl-C does; resolves to the exit code. */
  stop(): Promise<number | null>;
}

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
};

/** Starts an example as its own `npm start` does, in a folder of data that is gone afterwards. */
export const startExample = async (name: string): Promise<Example> => {
  const first = await start(name);
  if (first.url) return { ...first, url: first.url };
  // Wrangler has been seen to hang before its first word, once in dozens of starts.
  await first.stop();
  const second = await start(name);
  if (second.url) return { ...second, url: second.url };
  await second.stop();
  throw new Error(`${name} was not ready in ${patience} ms, twice:\n${first.output()}\n${second.output()}`);
};

const patience = 40_000;

const start = async (name: string): Promise<Omit<Example, 'url'> & { url: string | undefined }> => {
  const folder = join(repository, 'examples', name);
  const { scripts } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const [program = '', ...args] = scripts.start.split(' ');
  if (program !== 'node') throw new Error(`npm start of ${name} is not a node program`);
  const dataDir = await mkdtemp(join(tmpdir(), `antrean-${name}-`));
  const port = await freePort();
  const { PATH = '', HOME = '' } = process.env;
  const child: ChildProcess = spawn(process.execPath, args, {
    cwd: folder,
    env: { PATH, HOME, CI: 'true', DATA_DIR: dataDir, PORT: String(port), WRANGLER_LOG_PATH: dataDir },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'close').then(([code]) => code as number | null);
  let text = '';
  const url = await new Promise<string | undefined>((resolve, reject) => {
    setTimeout(resolve, patience, undefined).unref();
    const read = (chunk: Buffer) => {
      text += chunk;
      if (/Ready on http/.test(text)) resolve(`http://localhost:${port}`);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    void ended.then(() => reject(new Error(`${name} ended before it was ready:\n${text}`)));
  });
  return {
    url,
    output: () => text,
    stop: async () => {
      child.kill('SIGINT');
      const impatient = setTimeout(() => child.kill('SIGKILL'), 15_000);
      const code = await ended;
      clearTimeout(impatient);
      await rm(dataDir, { recursive: true, force: true });
      return code;
    },
  };
};
