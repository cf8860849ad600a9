import { mkdir, readdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exportOffices } from '../seed/import-offices.ts';
import { fileNames } from '../seed/office-files.ts';
import { CannotDo, type Command, counted, done, refused } from './command.ts';
import { withDatabase } from './settings.ts';

export const officeExport: Command = {
  name: 'office export',
  does: 'writes the offices of the database to files that `office import` takes',
  takes: '<folder>',
  count: [1, 1],
  options: { force: { type: 'boolean', default: false, says: 'writes over files that are there' } },
  run: ({ env, args: [folder = ''], options }) =>
    withDatabase(env, async (sql) => {
      const { files, tooRich } = await exportOffices(sql);
      if (files.offices.length === 0) return refused({ offices: 0 }, 'There is no office; nothing was written.');
      if (tooRich.length > 0) {
        const why =
          'more than one channel that is booked online, or slots of more than one length, which the files cannot say';
        return refused({ tooRich }, `Nothing was written. ${tooRich.join(', ')}: ${why}.`);
      }
      await mkdir(folder, { recursive: true }).catch(cannotWrite(folder));
      const there = new Set(await readdir(folder));
      const names = fileNames.map((name) => `${name}.json`);
      const inTheWay = names.filter((name) => there.has(name));
      if (inTheWay.length > 0 && !options.force)
        return refused({ inTheWay }, `${join(folder, inTheWay[0] ?? '')} is there already; --force writes over it.`);
      for (const name of fileNames) {
        const file = join(folder, `${name}.json`);
        await writeFile(`${file}.new`, `${JSON.stringify(files[name], null, 2)}\n`).catch(cannotWrite(folder));
        await rename(`${file}.new`, file);
      }
      return done(
        { folder, offices: files.offices.length },
        `${counted(files.offices.length, 'office')} in ${folder}.`,
      );
    }),
};

const cannotWrite = (folder: string) => () => {
  throw new CannotDo(`The folder ${folder} cannot be written to.`);
};
