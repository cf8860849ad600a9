import type { OfficeFiles } from './office-files.ts';

/** A rule that one file alone cannot show. */
export interface CrossFault {
  file: keyof OfficeFiles;
  path: (string | number)[];
  says: string;
}

const firstPlace = <T>(values: readonly T[]) => {
  const first = new Map<T, number>();
  for (const [at, value] of values.entries()) if (!first.has(value)) first.set(value, at);
  return first;
};

/** What is wrong between the files. `known` are the ids that the database has already. */
export const crossFaults = (
  { offices, schedules, holidays }: OfficeFiles,
  known: ReadonlySet<string>,
): CrossFault[] => {
  const faults: CrossFault[] = [];
  const ids = firstPlace(offices.map(({ id }) => id));
  const numbers = firstPlace(offices.map(({ number }) => number));
  const exists = (id: string) => ids.has(id) || known.has(id);
  const add = (at: number, field: string, says: string) => faults.push({ file: 'offices', path: [at, field], says });
  for (const [at, office] of offices.entries()) {
    if (ids.get(office.id) !== at) add(at, 'id', `${office.id} stands here twice`);
    if (numbers.get(office.number) !== at) add(at, 'number', `${office.number} is another office's`);
    if (!Object.hasOwn(schedules, office.schedule)) add(at, 'schedule', `${office.schedule} is not in schedules.json`);
    if (office.parentId === office.id) add(at, 'parentId', 'must be another office');
    else if (office.parentId !== null && !exists(office.parentId))
      add(at, 'parentId', `${office.parentId} is no office`);
  }
  for (const [name, hours] of Object.entries(schedules)) {
    const days = hours.flatMap(({ weekdays }) => weekdays);
    if (new Set(days).size < days.length)
      faults.push({ file: 'schedules', path: [name], says: 'describes a weekday twice' });
  }
  const closed = new Set<string>();
  for (const [at, { on, offices: some }] of holidays.entries()) {
    for (const id of some ?? ['*']) {
      if (some && !exists(id)) faults.push({ file: 'holidays', path: [at, 'offices'], says: `${id} is no office` });
      const isKnown = closed.has(`${on} ${id}`) || (some && closed.has(`${on} *`));
      if (isKnown) faults.push({ file: 'holidays', path: [at, 'on'], says: `${on} stands here twice` });
      closed.add(`${on} ${id}`);
    }
  }
  return faults;
};
