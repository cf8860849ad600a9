import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { runLine } from '../src/cli/run-line.ts';

const cli = fileURLToPath(new URL('../dist/cli.js', import.meta.url));

export interface Ran {
  code: number;
  out: string;
  err: string;
}

/** With what `--json` printed. */
export interface Told {
  code: number;
  err: string;
  [field: string]: unknown;
}

/** The built command line as an operator runs it, with nothing in its environment but `env`. */
export const runCli = (cwd: string, args: string[], env: Record<string, string> = {}, input = ''): Promise<Ran> =>
  new Promise((resolve) => {
    const { PATH = '' } = process.env;
    const child = execFile(process.execPath, [cli, ...args], { env: { PATH, ...env }, cwd }, (error, out, err) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, out, err }),
    );
    child.stdin?.end(input);
  });

/**
 * The same command without a process of its own, which takes longer than most commands: for what a process and its
 * working directory do not matter to. Reads no standard input.
 */
export const runHere = async (args: string[], env: Record<string, string>): Promise<Ran> => {
  const told = { out: '', err: '' };
  const code = await runLine(args, {
    env,
    say: (text) => {
      told.out += `${text}\n`;
    },
    aside: (line) => {
      told.err += `${line}\n`;
    },
  });
  return { code, ...told };
};

const parsed = ({ code, out, err }: Ran): Told => ({ ...JSON.parse(out || '{}'), code, err });

export const tellHere = async (args: string[], env: Record<string, string>): Promise<Told> =>
  parsed(await runHere([...args, '--json'], env));

export const tell = async (cwd: string, args: string[], env: Record<string, string>): Promise<Told> =>
  parsed(await runCli(cwd, [...args, '--json'], env));
