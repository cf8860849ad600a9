import { createNikHashes } from '../booking/nik-hashes.ts';
import { countClaimed } from '../booking/queries/rehash-claims.ts';
import { rehash } from '../booking/rehash.ts';
import { createSealer } from '../sealed.ts';
import { CannotDo, type Command, counted, done, type Given, refused } from './command.ts';
import { patiently, settings, withDatabase } from './settings.ts';

/** Milliseconds between two lines of progress. */
const patienceMs = 2000;

export const rehashWith = async ({ env, progress }: Pick<Given, 'env' | 'progress'>, write: boolean) => {
  const { NIK_KEY, DATA_KEYS } = await settings(env, 'NIK_KEY', 'DATA_KEYS');
  return await withDatabase(env, async (sql) => {
    const total = await patiently(sql, (tx) => countClaimed(tx, new Date()));
    let told = performance.now();
    return await rehash({
      sql,
      sealer: await createSealer(DATA_KEYS),
      nikHashes: await createNikHashes(NIK_KEY),
      now: () => new Date(),
      write,
      onProgress: (seen) => {
        if (performance.now() - told < patienceMs) return;
        told = performance.now();
        progress(`${seen} of about ${counted(total, 'booking')}`);
      },
    }).catch((error: unknown) => {
      // WebCrypto says no more than that it failed.
      if (error instanceof DOMException)
        throw new CannotDo('DATA_KEYS does not open the personal data of this database.');
      throw error;
    });
  });
};

export const claimedUnderNeither = (strangers: number): string =>
  `${counted(strangers, 'person', 'people')} claimed under neither key: NIK_KEY is not that of this database.`;

export const keysRehash: Command = {
  name: 'keys rehash',
  does: 'claims everyone with a live booking under both keys of NIK_KEY',
  options: { 'dry-run': { type: 'boolean', default: false, says: 'only looks who lacks a claim' } },
  more: `Run it once all processes have both keys. Booking goes on meanwhile. It may be stopped and begun again at any time.
Personal data is unsealed to hash it, so it needs DATA_KEYS too; none of it is printed.`,
  async run(given) {
    const { NIK_KEY } = await settings(given.env, 'NIK_KEY');
    if (NIK_KEY.length === 1)
      return refused({}, 'NIK_KEY holds one key: `keys rotate nik` puts a new one in front of it.');
    const dryRun = given.options['dry-run'] === true;
    const found = await rehashWith(given, !dryRun);
    const { people, lacking, strangers, twice } = found;
    const faults = [
      strangers > 0 && claimedUnderNeither(strangers),
      twice > 0 &&
        `${counted(twice, 'booking')} of people who are booked twice: two processes ran without a key in common.`,
    ];
    const verb = dryRun ? 'lack a claim' : 'were given the claim that they lacked';
    const sum = `${counted(people, 'person', 'people')} with a live booking, ${lacking} ${verb}.`;
    const isWell = strangers === 0 && twice === 0 && (!dryRun || lacking === 0);
    return (isWell ? done : refused)({ dryRun, ...found }, sum, ...faults);
  },
};
