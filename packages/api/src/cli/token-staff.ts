import { rank } from '../http/staff-member.ts';
import { signDevelopment } from '../staff/development.ts';
import { CannotDo, type Command, done } from './command.ts';
import { settings, withDatabase } from './settings.ts';

const defaultHours = 12;
const roles = Object.keys(rank) as (keyof typeof rank)[];

export const tokenStaff: Command = {
  name: 'token staff',
  does: 'makes a development token for the counter, on the embedded database only',
  options: {
    office: { type: 'string', says: 'where they work: an office’s id, or * for all' },
    role: { type: 'string', says: roles.join(', ') },
    hours: { type: 'string', default: String(defaultHours), says: `for how long, 1 to 168 (default ${defaultHours})` },
  },
  more: `Prints the token and a link to the counter's page with it. Only the server started here takes it, and only on the
embedded database. With a database of your own the staff sign in at STAFF_ISSUER.`,
  async run({ env, options }) {
    if (env.DATABASE_URL)
      throw new CannotDo(
        'Development tokens are for the embedded database only: with a DATABASE_URL the staff sign in at STAFF_ISSUER.',
      );
    const role = roles.find((known) => known === options.role);
    if (!role) throw new CannotDo(`--role takes one of ${roles.join(', ')}.`);
    const hours = Number(options.hours);
    if (!/^\d{1,3}$/.test(String(options.hours)) || hours < 1 || hours > 168)
      throw new CannotDo('--hours takes a whole number from 1 to 168.');
    const office = String(options.office ?? '');
    await withDatabase(env, async (sql) => {
      const known = office === '*' || (await sql`select 1 from office where office_id = ${office}`).length > 0;
      if (!known) throw new CannotDo('--office takes the id of an office, or *. `office list` lists them.');
    });
    const { TOKEN_SECRET, PUBLIC_URL, PORT } = await settings(env, 'TOKEN_SECRET', 'PUBLIC_URL', 'PORT');
    const expires = Math.floor(Date.now() / 1000) + hours * 3600;
    const sub = `development-${role}`;
    const token = await signDevelopment(TOKEN_SECRET[0] ?? '', { sub, office, role, expires });
    const link = `${PUBLIC_URL ?? `http://127.0.0.1:${PORT || 8787}`}/loket#token=${token}`;
    const expiresAt = new Date(expires * 1000).toISOString();
    return done({ token, link, office, role, expiresAt }, token, '', link);
  },
};
