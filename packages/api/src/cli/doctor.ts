import { whyUnusable } from '../db/first-answer.ts';
import { CannotDo, type Command, done, refused } from './command.ts';
import { examine } from './examine.ts';
import { examineProvider } from './examine-provider.ts';
import { withDatabase } from './settings.ts';

export const doctor: Command = {
  name: 'doctor',
  does: "checks the database's settings, every invariant and the staff's identity provider; changes nothing",
  async run({ env }) {
    const ofDatabase = await withDatabase(env, examine, { migrated: false }).catch((error: unknown) => {
      if (error instanceof CannotDo) throw error;
      throw new CannotDo(`The database cannot be looked at: ${whyUnusable(error)}`);
    });
    const findings = [...ofDatabase, ...(await examineProvider(env))];
    const sick = findings.filter(({ ok }) => !ok);
    const lines = findings.map(
      ({ check, ok, detail }) => `${ok ? 'ok   ' : 'FAIL '} ${check}${detail && `: ${detail}`}`,
    );
    const sum = sick.length === 0 ? 'All is well.' : `${sick.length} of ${findings.length} checks failed.`;
    return (sick.length === 0 ? done : refused)({ findings }, ...lines, sum);
  },
};
