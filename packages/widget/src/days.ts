/** Calendar arithmetic on `2026-12-01`, in UTC so that no device zone or summer time can move a day. */
const at = (on: string) => new Date(`${on.slice(0, 10)}T00:00:00Z`);
const print = (date: Date) => date.toISOString().slice(0, 10);

export const addDays = (on: string, days: number): string => {
  const date = at(on);
  date.setUTCDate(date.getUTCDate() + days);
  return print(date);
};

/** The same day of another month, or that month's last day: 31 January and one month is 28 February. */
export const addMonths = (on: string, months: number): string => {
  const date = at(on);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months + 1, 0);
  date.setUTCDate(Math.min(day, date.getUTCDate()));
  return print(date);
};

/** Monday is 0. */
export const weekday = (on: string): number => (at(on).getUTCDay() + 6) % 7;

/** The weeks of a month from Monday to Sunday; undefined where another month's day would stand. */
export const weeksOf = (month: string): (string | undefined)[][] => {
  const first = `${month.slice(0, 7)}-01`;
  const last = addDays(addMonths(first, 1), -1);
  const days: (string | undefined)[] = Array(weekday(first)).fill(undefined);
  for (let on = first; on <= last; on = addDays(on, 1)) days.push(on);
  while (days.length % 7) days.push(undefined);
  return Array.from({ length: days.length / 7 }, (_, week) => days.slice(week * 7, week * 7 + 7));
};
