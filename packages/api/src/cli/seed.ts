import { openSlots } from '../offices/open-slots.ts';
import { seedWhenEmpty } from '../seed/seed.ts';
import { type Command, counted, done, refused } from './command.ts';
import { withDatabase } from './settings.ts';

export const seed: Command = {
  name: 'seed',
  does: 'fills a database that has no office with the demo offices and opens their slots',
  run: ({ env }) =>
    withDatabase(env, async (sql) => {
      if (!(await seedWhenEmpty(sql))) return refused({ slots: 0 }, 'There are offices already; nothing was changed.');
      const slots = await openSlots(sql, new Date());
      const [row] = await sql<{ offices: number }[]>`select count(*)::int as offices from office`;
      return done({ ...row, slots }, `${counted(row?.offices ?? 0, 'office')}, ${counted(slots, 'slot')}.`);
    }),
};
