import type { Command } from './command.ts';

const settings = `The database is DATABASE_URL (DATABASE_POOLER=transaction behind a pooler), else that of the server started here
(DATA_DIR, .data). Progress goes to standard error.
Exit codes: 0 it is well or done, 1 something is wrong or was refused, 2 it could not be done (usage, settings, database).
`;

const columns = (rows: readonly (readonly [string, string])[]): string => {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}   ${right}`).join('\n');
};

const typed = ({ name, takes }: Command) => [name, takes].filter(Boolean).join(' ');

export const overview = (commands: readonly Command[]): string => `Looks after a passport queue.

  paspor-antrean <command> [--json] [--help]

${columns(commands.map((command) => [typed(command), command.does]))}

${settings}`;

export const helpFor = (command: Command): string => {
  const options = Object.entries(command.options ?? {}).map(
    ([name, { type, says }]) => [`--${name}${type === 'string' ? ' …' : ''}`, says] as const,
  );
  const all = [...options, ['--json', 'the answer as JSON'], ['--help', 'this text']] as const;
  return `${command.does[0]?.toUpperCase()}${command.does.slice(1)}.

  paspor-antrean ${typed(command)}

${columns(all)}
${command.more ? `\n${command.more}\n` : ''}
${settings}`;
};
