import { readWorkers, serve as startServing } from '../serve.ts';
import { CannotDo, type Command } from './command.ts';

export const serve: Command = {
  name: 'serve',
  does: 'serves the passport queue until it is stopped, as `npm start` does',
  options: { workers: { type: 'string', default: '1', says: 'processes behind one port (default 1)' } },
  more: 'Without a DATABASE_URL it runs a PostgreSQL of its own below DATA_DIR. Settings: docs/operating.md.',
  async run({ options }) {
    try {
      await startServing(readWorkers(String(options.workers)));
    } catch (error) {
      throw new CannotDo(error instanceof Error ? error.message : 'The start failed.');
    }
    // The signals that `serve` listens to end the process.
    return await new Promise<never>(() => {});
  },
};
