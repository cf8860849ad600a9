#!/usr/bin/env node
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { examine } from './cli/doctor.ts';
import { whyUnusable } from './db/first-answer.ts';

const help = `Looks after a passport queue.

  paspor-antrean doctor [--json]   checks the database's settings and every invariant; changes nothing

The database is DATABASE_URL (DATABASE_POOLER=transaction behind a pooler), else that of the server started here (DATA_DIR, .data).
Exit codes: 0 all is well, 1 something was found, 2 it could not be looked at.
`;

const say = (line: string) => process.stdout.write(`${line}\n`);

/** A command that cannot be carried out, said in one sentence. */
class Refused extends Error {}

const databaseUrl = async (): Promise<string> => {
  if (process.env.DATABASE_URL) return process.env.DATABASE_URL;
  const file = join(process.env.DATA_DIR ?? '.data', 'database-url');
  const url = await readFile(file, 'utf8').catch(() => {
    throw new Refused(`There is no DATABASE_URL and no ${file}: set one, or start the server here first.`);
  });
  return url.trim();
};

const doctor = async (json: boolean): Promise<number> => {
  const pooler = process.env.DATABASE_POOLER === 'transaction' ? 'transaction' : 'none';
  const findings = await examine(await databaseUrl(), pooler).catch((error: unknown) => {
    throw new Refused(`The database cannot be looked at: ${whyUnusable(error)}`);
  });
  const sick = findings.filter(({ ok }) => !ok);
  if (json) say(JSON.stringify({ ok: sick.length === 0, findings }, null, 2));
  else {
    for (const { check, ok, detail } of findings) say(`${ok ? 'ok   ' : 'FAIL '} ${check}${detail && `: ${detail}`}`);
    say(sick.length === 0 ? 'All is well.' : `${sick.length} of ${findings.length} checks failed.`);
  }
  return sick.length === 0 ? 0 : 1;
};

const main = async (): Promise<number> => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false }, help: { type: 'boolean', short: 'h' } },
  });
  const [command, ...more] = positionals;
  if (values.help || command === undefined) {
    say(help);
    return values.help ? 0 : 2;
  }
  if (command === 'doctor' && more.length === 0) return await doctor(values.json);
  throw new Refused(`There is no command "${positionals.join(' ')}". --help lists what there is.`);
};

const code = await main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : 'It failed.'}\n`);
  return 2;
});
// A connection that is still being tried would keep the process.
process.exit(code);
