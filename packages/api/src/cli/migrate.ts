import { migrate as applyMigrations, DatabaseNewer } from '../db/migrate.ts';
import { CannotDo, type Command, done } from './command.ts';
import { withDatabase } from './settings.ts';

export const migrate: Command = {
  name: 'migrate',
  does: 'brings the tables to this release; the server does so too when it starts',
  more: 'Forward only, in one transaction. Several may run at once: one works, the others wait.',
  async run({ env }) {
    const applied = await withDatabase(env, applyMigrations, { migrated: false }).catch((error: unknown) => {
      if (error instanceof DatabaseNewer) throw new CannotDo(error.message);
      throw error;
    });
    const lines = applied.map((name) => `Applied ${name}`);
    return done({ applied }, ...(applied.length > 0 ? lines : ['The tables are those of this release already.']));
  },
};
