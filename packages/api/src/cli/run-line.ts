import { parseArgs } from 'node:util';
import { whyUnusable } from '../db/first-answer.ts';
import { CannotDo, type Command } from './command.ts';
import { commands } from './commands.ts';
import { helpFor, overview } from './help.ts';
import type { Env } from './settings.ts';

export interface Terminal {
  env: Env;
  say: (text: string) => void;
  /** On standard error: what went wrong, and how far long work has come. */
  aside: (line: string) => void;
}

/** Carries out what was typed behind `paspor-antrean`. Gives the exit code. */
export const runLine = (line: string[], terminal: Terminal): Promise<number> =>
  carryOut(line, terminal).catch((error: unknown) => {
    terminal.aside(sentence(error));
    return 2;
  });

/** The command whose name the line begins with. */
const find = (words: string[]): Command | undefined =>
  commands.find(({ name }) => name === words.slice(0, name.split(' ').length).join(' '));

const optionsOf = (command: Command) => ({
  ...command.options,
  json: { type: 'boolean' as const, default: false },
  help: { type: 'boolean' as const, short: 'h', default: false },
});

const carryOut = async (line: string[], { env, say, aside }: Terminal): Promise<number> => {
  const words = line.filter((word) => word !== '--json' && word !== '--help' && word !== '-h');
  const command = find(words);
  if (!command) return withoutCommand(line, words, say);
  const { values, positionals } = parseArgs({ args: line, allowPositionals: true, options: optionsOf(command) });
  if (values.help) {
    say(helpFor(command));
    return 0;
  }
  const args = positionals.slice(command.name.split(' ').length);
  const [least, most] = command.count ?? [0, 0];
  if (args.length < least || args.length > most) throw new CannotDo(`Usage: ${usageOf(command)}`);
  const outcome = await command.run({ args, options: values as never, env, progress: aside });
  if (values.json) say(JSON.stringify({ ok: outcome.ok, ...outcome.report }, null, 2));
  else say(outcome.text);
  return outcome.ok ? 0 : 1;
};

const usageOf = ({ name, takes }: Command) => ['paspor-antrean', name, takes].filter(Boolean).join(' ');

const withoutCommand = (line: string[], words: string[], say: Terminal['say']): number => {
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
