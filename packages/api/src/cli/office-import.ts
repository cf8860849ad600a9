import { ImportRefused, importOffices } from '../seed/import-offices.ts';
import { FilesInvalid, readOfficeFiles } from '../seed/read-files.ts';
import { type Command, counted, done, type Outcome, refused } from './command.ts';
import { patiently, undone, withDatabase } from './settings.ts';

const files = 'offices.json, schedules.json, holidays.json, services.json, policy.json';

export const officeImport: Command = {
  name: 'office import',
  does: 'makes the offices of the database be as the files in a folder say',
  takes: '<folder>',
  count: [1, 1],
  options: {
    'dry-run': { type: 'boolean', default: false, says: 'only says what would change' },
    force: { type: 'boolean', default: false, says: 'also where a new holiday is on a day with live bookings' },
  },
  more: `The folder holds ${files}.
All of it is imported or, when anything is wrong, nothing. Offices that are not in the files stay as they are.
Days that have opened keep their slots; days to come follow the new hours.
Refused: another number, channel or letter, another time zone once there are slots, and, but for --force, a new holiday
on a day with live bookings. These stay booked: move them or tell the people.`,
  run: ({ env, args: [folder = ''], options }) =>
    withDatabase(env, async (sql) => {
      const known = await sql<{ id: string }[]>`select office_id as id from office`;
      const given = await readOfficeFiles(folder, new Set(known.map(({ id }) => id)));
      const within = options['dry-run'] ? undone : patiently;
      const { slots, ...told } = await within(sql, (tx) => importOffices(tx, given, { force: options.force === true }));
      const { added, changed, unchanged, untouched } = told;
      return done(
        { dryRun: options['dry-run'] === true, ...told, slots },
        ...added.map((id) => `added    ${id}`),
        ...changed.map((id) => `changed  ${id}`),
        `${added.length} added, ${changed.length} changed, ${unchanged} unchanged, ${untouched.length} not in the files; ` +
          `${counted(slots, 'slot')} made.`,
        options['dry-run'] && 'A dry run: nothing was written.',
      );
    }).catch(refuse),
};

const refuse = (error: unknown): Outcome => {
  if (!(error instanceof FilesInvalid) && !(error instanceof ImportRefused)) throw error;
  const { faults } = error;
  return refused({ faults }, ...faults, `${counted(faults.length, 'fault')}; nothing was imported.`);
};
