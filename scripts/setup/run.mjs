import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const repository = fileURLToPath(new URL('../../', import.meta.url));

/** Runs a program in the repository with its output shown; resolves to its exit code. */
export function run(command, args, { env = {}, stdio = ['ignore', 'inherit', 'inherit'], shell = false } = {}) {
  const child = spawn(command, args, { cwd: repository, env: { ...process.env, ...env }, stdio, shell });
  return new Promise((resolve) => {
    child.once('error', (error) => {
      console.error(`${command} could not be run: ${error.message}.`);
      resolve(127);
    });
    child.once('close', (code) => resolve(code ?? 1));
  });
}

/** A tool of node_modules by its own file: no shell, no npx, the same on every system. */
export function runTool(file, args, options) {
  return run(process.execPath, [`${repository}node_modules/${file}`, ...args], options);
}

export function npm(args, options) {
  return run('npm', args, { shell: process.platform === 'win32', ...options });
}

/** A set-up step that fails has already said why; a stack would only bury that. */
export class SetupFailed extends Error {}

export async function sayFailure(work) {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof SetupFailed)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}
