#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { CannotDo, type Command } from './cli/command.ts';
import { commands } from './cli/commands.ts';
import { helpFor, overview } from './cli/help.ts';
import { whyUnusable } from './db/first-answer.ts';

const say = (text: string) => process.stdout.write(`${text}\n`);
const progress = (line: string) => process.stderr.write(`${line}\n`);

/** The command whose name the line begins with. */
const find = (words: string[]): Command | undefined =>
  commands.find(({ name }) => name === words.slice(0, name.split(' ').length).join(' '));

const optionsOf = (command: Command) => ({
  ...command.options,
  json: { type: 'boolean' as const, default: false },
  help: { type: 'boolean' as const, short: 'h', default: false },
});

const main = async (line: string[]): Promise<number> => {
  const words = line.filter((word) => word !== '--json' && word !== '--help' && word !== '-h');
  const command = find(words);
  if (!command) return withoutCommand(line, words);
  const { values, positionals } = parseArgs({ args: line, allowPositionals: true, options: optionsOf(command) });
  if (values.help) {
    say(helpFor(command));
    return 0;
  }
  const args = positionals.slice(command.name.split(' ').length);
  const [least, most] = command.count ?? [0, 0];
  if (args.length < least || args.length > most) throw new CannotDo(`Usage: ${usageOf(command)}`);
  const outcome = await command.run({ args, options: values as never, env: process.env, progress });
  if (values.json) say(JSON.stringify({ ok: outcome.ok, ...outcome.report }, null, 2));
  else say(outcome.text);
  return outcome.ok ? 0 : 1;
};

const usageOf = ({ name, takes }: Command) => ['paspor-antrean', name, takes].filter(Boolean).join(' ');

const withoutCommand = (line: string[], words: string[]): number => {
  const family = commands.filter(({ name }) => name.startsWith(`${words[0]} `));
  const isAsked = line.includes('--help') || line.includes('-h');
  if (words.length === 0 || (isAsked && words.length === 1 && family.length > 0)) {
    say(overview(words.length === 0 ? commands : family));
    return isAsked ? 0 : 2;
  }
  throw new CannotDo(`There is no command "${words.join(' ')}". --help lists what there is.`);
};

/** One sentence for whoever typed the command, and never a stack. */
const sentence = (error: unknown): string => {
  if (error instanceof CannotDo) return error.message;
  if (error instanceof TypeError && 'code' in error)
    return `${error.message.split('. ')[0]}. --help lists what there is.`;
  return `It could not be done: ${whyUnusable(error)}`;
};

const code = await main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${sentence(error)}\n`);
  return 2;
});
// A connection that is still being tried would keep the process.
process.exit(code);
