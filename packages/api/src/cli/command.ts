import type { ParseArgsConfig } from 'node:util';
import type { Env } from './settings.ts';

/** What a command found or did: the same for people and, with `--json`, for programs. */
export interface Outcome {
  /** False: something is wrong, or was refused. Exit code 1. */
  ok: boolean;
  report: object;
  text: string;
}

type Option = NonNullable<ParseArgsConfig['options']>[string] & { says: string };

export interface Given {
  /** What stands behind the command's name. */
  args: string[];
  options: Record<string, string | boolean | undefined>;
  env: Env;
  /** Says on standard error how far long work has come. */
  progress: (line: string) => void;
}

export interface Command {
  /** As typed: `office import`. */
  name: string;
  /** What stands behind the name, for people: `<folder>`. */
  takes?: string;
  /** How many of them at least and at most. Default none. */
  count?: [number, number];
  /** One line for the list of commands. */
  does: string;
  /** What `--help` of this command adds. */
  more?: string;
  options?: Record<string, Option>;
  run(given: Given): Promise<Outcome>;
}

/** A command that cannot be carried out, said in one sentence. Exit code 2. */
export class CannotDo extends Error {
  override name = 'CannotDo';
}

export const done = (report: object, ...lines: (string | false | undefined)[]): Outcome => ({
  ok: true,
  report,
  text: lines.filter((line) => typeof line === 'string').join('\n'),
});

export const refused = (report: object, ...lines: (string | false | undefined)[]): Outcome => ({
  ...done(report, ...lines),
  ok: false,
});

/** `1 office`, `124 offices`. */
export const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;
