/** The office's wall clock, for any IANA zone. `Intl` is slow to set up, so formatters are kept. */
const formatters = new Map<string, Intl.DateTimeFormat>();

const formatterOf = (timeZone: string) => {
  let formatter = formatters.get(timeZone);
  if (!formatter) {
    const two = '2-digit';
    formatter = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: two,
      day: two,
      hour: two,
      minute: two,
      second: two,
    });
    formatters.set(timeZone, formatter);
  }
  return formatter;
};

/** What the wall shows, as if it were UTC. */
const wallMs = (at: number, timeZone: string): number => {
  const parts = formatterOf(timeZone).formatToParts(at);
  const [year, month, day, hour, minute, second] = (['year', 'month', 'day', 'hour', 'minute', 'second'] as const).map(
    (type) => Number(parts.find((part) => part.type === type)?.value),
  ) as [number, number, number, number, number, number];
  return Date.UTC(year, month - 1, day, hour, minute, second);
};

/** The office's day at an instant: `2026-12-01`. */
export const dayAt = (at: Date, timeZone: string): string =>
  new Date(wallMs(at.getTime(), timeZone)).toISOString().slice(0, 10);

/** The midnight that ends a day of the office. */
export const endOf = (on: string, timeZone: string): Date => {
  const wall = Date.parse(`${on}T00:00:00Z`) + 86_400_000;
  const shift = (at: number) => wallMs(at, timeZone) - at;
  return new Date(wall - shift(wall - shift(wall)));
};
