import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const entry = fileURLToPath(new URL('../dist/node.js', import.meta.url));

export interface ServerProcess {
  url: string;
  child: ChildProcess;
  /** Everything printed so far. */
  output: () => string;
  /** Waits for the end; gives the exit code, or the signal's name. */
  ended: Promise<number | string>;
  kill: (signal: NodeJS.Signals) => Promise<number | string>;
}

/** The built server as a process of its own, as an operator runs it. Resolves when it says that it is ready. */
export const startServerProcess = async (env: Record<string, string>, args: string[] = []): Promise<ServerProcess> => {
  const server = spawnServer(env, args);
  const url = await Promise.race([server.ready, server.ended.then(() => undefined)]);
  if (!url) throw new Error(`The server ended before it was ready:\n${server.output()}`);
  return { ...server, url };
};

export const spawnServer = (env: Record<string, string>, args: string[] = []) => {
  if (!existsSync(entry)) throw new Error('packages/api is not built: run `npm run build` first.');
  const { PATH = '', HOME = '', TMPDIR = '' } = process.env;
  const child = spawn(process.execPath, [entry, ...args], {
    env: { PATH, HOME, ...(TMPDIR && { TMPDIR }), PORT: '0', LOG_LEVEL: 'silent', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  const ready = new Promise<string>((resolve) => {
    const listen = (chunk: Buffer) => {
      text += chunk;
      const found = /the widget\s+(http\S+)\//.exec(text);
      if (found?.[1] && text.includes('API reference')) resolve(found[1].replace('localhost', '127.0.0.1'));
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
  });
  const ended = new Promise<number | string>((resolve) => {
    child.on('close', (code, signal) => resolve(code ?? signal ?? 'gone'));
  });
  return {
    child,
    ready,
    ended,
    output: () => text,
    kill: (signal: NodeJS.Signals) => {
      child.kill(signal);
      return ended;
    },
  };
};
