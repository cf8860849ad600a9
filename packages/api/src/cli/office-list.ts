import { selectOffices } from '../offices/queries.ts';
import { type Command, counted, done } from './command.ts';
import { withDatabase } from './settings.ts';

export const officeList: Command = {
  name: 'office list',
  does: 'lists the offices',
  takes: '[word…]',
  count: [0, 20],
  more: 'With words: the offices whose id, name, city or province have all of them.',
  run: ({ env, args }) =>
    withDatabase(env, async (sql) => {
      const words = args.map((word) => word.toLowerCase());
      const offices = (await selectOffices(sql))
        .filter(({ id, name, city, province }) => {
          const text = `${id} ${name} ${city} ${province}`.toLowerCase();
          return words.every((word) => text.includes(word));
        })
        .map(({ id, number, name, kind, timeZone, status }) => ({ id, number, name, kind, timeZone, status }));
      const lines = offices.map(
        ({ id, number, name, status }) => `${String(number).padStart(4)}  ${id.padEnd(28)} ${status.padEnd(9)} ${name}`,
      );
      return done({ offices }, ...lines, `${counted(offices.length, 'office')}.`);
    }),
};
