import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';

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

export const tell = async (cwd: string, args: string[], env: Record<string, string>): Promise<Told> => {
  const { code, out, err } = await runCli(cwd, [...args, '--json'], env);
  return { ...JSON.parse(out || '{}'), code, err };
};
