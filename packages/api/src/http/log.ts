/** One JSON object a line. What goes in is chosen field by field: no query, no body, no path with an id. */
export interface Entry {
  level: 'info' | 'error';
  event: string;
  [field: string]: string | number | boolean | undefined;
}

export type Log = (entry: Entry) => void;

export const createLog = (level: 'info' | 'error' | 'silent', write: (line: string) => void, now: () => Date): Log => {
  return (entry) => {
    if (level === 'silent' || (level === 'error' && entry.level !== 'error')) return;
    write(JSON.stringify({ at: now().toISOString(), ...entry }));
  };
};

/**
 * An error for the log: its class, its code and where it was thrown. Messages are left out on purpose, because those
 * of databases and parsers quote the data they stumbled over.
 */
export const errorFields = (error: unknown): Record<string, string | undefined> => {
  if (!(error instanceof Error)) return { error: typeof error };
  const code = 'code' in error ? String(error.code) : undefined;
  const where = error.stack
    ?.split('\n')
    .find((line) => /^\s+at /.test(line) && !line.includes('node_modules'))
    ?.trim();
  // The name of a constraint is ours, not the data's.
  const constraint = 'constraint_name' in error ? String(error.constraint_name) : undefined;
  return { error: error.name, code, constraint, where };
};
