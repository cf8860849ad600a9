import { isoAt } from '../offices/office-time.ts';
import { openSlotsOf } from '../offices/open-slots.ts';
import { selectReleases } from '../offices/release-queries.ts';
import { CannotDo, type Command, counted, done } from './command.ts';
import { patiently, undone, withDatabase } from './settings.ts';

const defaultAhead = 14;

export const release: Command = {
  name: 'release',
  does: 'makes the slots of coming days and says what opens when; the server does so every 10 minutes',
  takes: '[office…]',
  count: [0, 1000],
  options: {
    'dry-run': { type: 'boolean', default: false, says: 'only says what would be made' },
    ahead: {
      type: 'string',
      default: String(defaultAhead),
      says: `days beyond the last open one (default ${defaultAhead})`,
    },
  },
  more: `Each day opens by the clock, as many days before as the office's release says; making its slots ahead opens
nothing early. Without offices it is for all. Running it again adds only what is missing.`,
  run: ({ env, args, options }) =>
    withDatabase(env, async (sql) => {
      const aheadDays = Number(options.ahead);
      if (!/^\d{1,3}$/.test(String(options.ahead)) || aheadDays > 365)
        throw new CannotDo('--ahead takes a number of days from 0 to 365.');
      const known = new Set((await sql<{ id: string }[]>`select office_id as id from office`).map(({ id }) => id));
      const strangers = args.filter((id) => !known.has(id));
      if (strangers.length > 0)
        throw new CannotDo(`No such office: ${strangers.join(', ')}. \`office list\` lists them.`);
      const now = new Date();
      const offices = args.length > 0 ? args : undefined;
      const within = options['dry-run'] ? undone : patiently;
      const { made, coming } = await within(sql, async (tx) => ({
        made: await openSlotsOf(tx, now, { offices, aheadDays }),
        coming: await selectReleases(tx, now, offices),
      }));
      const releases = coming.map(({ opensAt, timeZone, ...of }) => ({ ...of, opensAt: isoAt(opensAt, timeZone) }));
      const slots = made.reduce((sum, one) => sum + one.slots, 0);
      const verb = options['dry-run'] ? 'would be made' : 'made';
      return done(
        { dryRun: options['dry-run'] === true, made, releases },
        ...made.map(
          ({ office, slots, seats, from, to }) => `${office}: ${slots} slots, ${seats} seats, ${from} to ${to}`,
        ),
        `${counted(slots, 'slot')} ${verb}.`,
        ...releases.map(({ office, on, seats, opensAt }) => `${opensAt}  ${office} opens ${on}, ${seats} seats`),
      );
    }),
};
