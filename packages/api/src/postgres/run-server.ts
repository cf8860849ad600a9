import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { clusterPlace } from './cluster-place.ts';
import type { RunAs } from './run-as.ts';

export interface ServerOptions {
  postgres: string;
  pg_ctl: string;
  dataDir: string;
  as: RunAs;
  port: number;
  durable: boolean;
  say(line: string): void;
}

export interface RunningServer {
  stop(): Promise<void>;
}

/** Seen by everybody in the process list and over SQL: tells a later start which program started this server. */
export const clusterName = (starter: number) => `paspor-antrean-${starter}`;

const patience = 30_000;

export async function runServer(options: ServerOptions): Promise<RunningServer> {
  const { postgres, dataDir, as, say } = options;
  // A process group of its own: Ctrl-C in a terminal must reach the API first, which still needs the database.
  const child = spawn(postgres, serverArguments(options), {
    ...as,
    cwd: dataDir,
    env: childEnv(),
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
  });
  const exited = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const interrupt = () => stopSignal(options, child, 'SIGINT');
  process.once('exit', interrupt);
  try {
    await ready(child);
  } catch (error) {
    process.off('exit', interrupt);
    throw error;
  }
  let stopping = false;
  void exited.then(() => stopping || say('The database stopped unexpectedly.'));
  return {
    async stop() {
      stopping = true;
      process.off('exit', interrupt);
      stopSignal(options, child, 'SIGINT');
      const impatient = setTimeout(() => stopSignal(options, child, 'SIGQUIT'), patience);
      await exited;
      clearTimeout(impatient);
    },
  };
}

function serverArguments({ dataDir, as, port, durable }: ServerOptions): string[] {
  const settings: Record<string, string> = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    logging_collector: 'off',
    log_destination: 'stderr',
    cluster_name: clusterName(process.pid),
    ...(durable ? {} : { fsync: 'off', full_page_writes: 'off' }),
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  return ['-D', clusterPlace(dataDir, as), '-p', String(port), ...flags];
}

/** Reads everything the server says, for as long as it lives: a full pipe would stop it. */
function ready(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout?.resume();
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-8_000);
      if (said.includes('ready to accept connections')) resolve();
    });
    child.once('error', (error) => reject(new Error(`The database could not be started: ${error.message}.`)));
    child.once('close', () => reject(new Error(serverSays('The database could not be started', said))));
  });
}

function stopSignal({ pg_ctl, dataDir }: ServerOptions, child: ChildProcess, signal: 'SIGINT' | 'SIGQUIT'): void {
  if (child.exitCode !== null || child.signalCode !== null) return;
  // Windows knows no signals; there they would end the process at once.
  if (process.platform !== 'win32') child.kill(signal);
  else spawnSync(pg_ctl, ['-D', dataDir, '-m', signal === 'SIGINT' ? 'fast' : 'immediate', '-W', 'stop']);
}

/** One sentence: ours, then the reason in the server's own words. */
export function serverSays(sentence: string, said: string): string {
  const lines = said.split('\n').map((line) => line.trim());
  const find = (word: RegExp) =>
    lines
      .findLast((line) => word.test(line))
      ?.replace(word, '')
      .trim();
  const fatal = find(/^.*?(?:FATAL|PANIC): /) ?? find(/^.*?error: /) ?? lines.findLast((line) => line !== '');
  const detail = find(/^.*?DETAIL: /);
  const reason = [fatal, detail].filter(Boolean).join('; ');
  return `${sentence}${reason ? `: ${reason.replace(/\.$/, '')}` : ''}.`;
}

/** The caller's PG* settings are meant for clients and would bend the server; C keeps its messages readable to us. */
export function childEnv(): NodeJS.ProcessEnv {
  const rest = Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG|NODE_)/.test(name));
  return { ...Object.fromEntries(rest), LC_ALL: 'C' };
}
