import { install } from './setup/install.mjs';
import { requireNode } from './setup/node-version.mjs';
import { runTool, sayFailure } from './setup/run.mjs';
import { closingLine } from './setup/totals.mjs';

requireNode();
await sayFailure(install);

const checks = [
  ['types', 'typescript/bin/tsc', '-b'],
  ['types of the tests', 'typescript/bin/tsc', '-p', 'tsconfig.test.json'],
  ['format and lint', '@biomejs/biome/bin/biome', 'ci', `--colors=${process.stdout.isTTY ? 'force' : 'off'}`, '.'],
  ['unused code', 'knip/bin/knip.js'],
  ['packages fit to be published', '../scripts/release.mjs', '--dry-run'],
  ['import arrows', 'vitest/vitest.mjs', 'run', 'test/arrows.test.ts'],
];

const results = [];
for (const [name, tool, ...args] of checks) {
  console.log(`\n— ${name}`);
  results.push([name, (await runTool(tool, args)) === 0]);
}

console.log();
for (const [name, passed] of results) console.log(`${passed ? 'ok    ' : 'FAILED'}  ${name}`);
const failed = results.filter(([, passed]) => !passed).length;
console.log(closingLine({ passed: results.length - failed, failed }));
process.exitCode = failed > 0 ? 1 : 0;
