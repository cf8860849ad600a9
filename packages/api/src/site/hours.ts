import { addMinutes } from '../offices/office-time.ts';

interface Opening {
  weekday: number;
  starts: string;
  minutes: number;
}

/** A run of weekdays (ISO, 1–7) with the same hours; without ranges the office is closed. */
export interface DayGroup {
  from: number;
  to: number;
  ranges: { starts: string; ends: string }[];
}

const rangesOf = (hours: readonly Opening[], weekday: number): DayGroup['ranges'] => {
  const ranges: DayGroup['ranges'] = [];
  const sorted = hours.filter((hour) => hour.weekday === weekday).sort((a, b) => a.starts.localeCompare(b.starts));
  for (const { starts, minutes } of sorted) {
    const ends = addMinutes(`2024-01-01T${starts}`, minutes).slice(11);
    const last = ranges.at(-1);
    if (!last || starts > last.ends) ranges.push({ starts, ends });
    else if (ends > last.ends) last.ends = ends;
  }
  return ranges;
};

/** Slots of an hour, as the office keeps them, to what a door sign says: "Monday to Thursday 08–12 and 13–16". */
export const weekOf = (hours: readonly Opening[]): DayGroup[] => {
  const groups: DayGroup[] = [];
  for (let weekday = 1; weekday <= 7; weekday++) {
    const ranges = rangesOf(hours, weekday);
    const last = groups.at(-1);
    if (last && JSON.stringify(last.ranges) === JSON.stringify(ranges)) last.to = weekday;
    else groups.push({ from: weekday, to: weekday, ranges });
  }
  return groups;
};
