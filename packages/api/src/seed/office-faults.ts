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

/** A name or a letter that would stand for two channels. */
const channelFaults = ({ channel, counterChannels }: OfficeFiles['policy']): string[] => {
  const all = [channel, ...counterChannels];
  const twice = (values: string[]) => [...new Set(values.filter((value, at) => values.indexOf(value) !== at))];
  return [
    ...twice(all.map(({ id }) => id)).map((id) => `${id} is the name of two channels`),
    ...twice(all.map(({ letter }) => letter)).map((letter) => `${letter} is the letter of two channels`),
  ];
};

/** What is wrong between the files. `known` are the ids that the database has already. */
export const crossFaults = (
  { offices, schedules, holidays, policy }: OfficeFiles,
  known: ReadonlySet<string>,
): CrossFault[] => {
  const faults: CrossFault[] = [];
  const ids = firstPlace(offices.map(({ id }) => id));
  const numbers = firstPlace(offices.map(({ number }) => number));
  const exists = (id: string) => ids.has(id) || known.has(id);
  for (const says of channelFaults(policy)) faults.push({ file: 'policy', path: ['counterChannels'], says });
  const add = (at: number, field: string, says: string) => faults.push({ file: 'offices', path: [at, field], says });
  for (const [at, office] of offices.entries()) {
    if (ids.get(office.id) !== at) add(at, 'id', `${office.id} stands here twice`);
    if (numbers.get(office.number) !== at) add(at, 'number', `${office.number} is another office's`);
    if (!Object.hasOwn(schedules, office.schedule)) add(at, 'schedule', `${office.schedule} is not in schedules.json`);
    const own = { ...policy, ...office.policy };
    if (office.policy?.channel || office.policy?.counterChannels)
      for (const says of channelFaults(own)) add(at, 'policy', says);
    for (const name of new Set((schedules[office.schedule] ?? []).flatMap(({ counter }) => Object.keys(counter ?? {}))))
      if (!own.counterChannels.some(({ id }) => id === name))
        add(at, 'schedule', `${office.schedule} has seats of ${name}, which is no counter channel here`);
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
