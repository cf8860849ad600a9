import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { repository, runTool } from './run.mjs';
import { readTotals } from './totals.mjs';

/** Runs vitest with its usual output and gives the true totals. */
export async function vitest(args, env = {}) {
  const report = join(repository, '.cache', `test-results-${process.pid}.json`);
  mkdirSync(join(repository, '.cache'), { recursive: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  try {
    const code = await runTool('vitest/vitest.mjs', ['run', ...reporters, ...args], { env });
    return readTotals(report, code);
  } finally {
    rmSync(report, { force: true });
  }
}
