#!/usr/bin/env node
import { runLine } from './cli/run-line.ts';

const code = await runLine(process.argv.slice(2), {
  env: process.env,
  say: (text) => process.stdout.write(`${text}\n`),
  aside: (line) => process.stderr.write(`${line}\n`),
});
// A connection that is still being tried would keep the process.
process.exit(code);
