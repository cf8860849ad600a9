import type { Row } from './books.ts';
import { queueCode } from './codes.ts';
import { addMinutes, instantOf } from './office-time.ts';

/** The visit as an iCalendar file (RFC 5545), in UTC. No name, no NIK, no token. */
export const calendarFile = ({ id, office, slot, code, bookedAt, people }: Row): string => {
  const codes = people.filter(({ status }) => status !== 'cancelled').map((one) => queueCode(one.starts, one.number));
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//paspor-antrean//ID',
    'BEGIN:VEVENT',
    `UID:${id}@paspor-antrean`,
    `DTSTAMP:${stamp(new Date(bookedAt))}`,
    `DTSTART:${stamp(instantOf(slot.starts, office.timeZone))}`,
    `DTEND:${stamp(instantOf(addMinutes(slot.starts, slot.minutes), office.timeZone))}`,
    `SUMMARY:${text(`Antrean paspor · ${office.name}`)}`,
    `DESCRIPTION:${text(`Kode antrean: ${codes.join(', ')}\nKode booking: ${code}`)}`,
    `LOCATION:${text([office.name, office.address, office.city].join(', '))}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return `${lines.map(fold).join('\r\n')}\r\n`;
};

const stamp = (instant: Date) => `${instant.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;

const text = (value: string) => value.replace(/[\\;,]/g, (char) => `\\${char}`).replace(/\n/g, '\\n');

/** Lines have at most 75 octets; a character here has at most four. */
const fold = (line: string): string => {
  const octets = (part: string) => new TextEncoder().encode(part).length;
  let [folded, width] = ['', 0];
  for (const char of line) {
    if (width + octets(char) > 75) [folded, width] = [`${folded}\r\n `, 1];
    folded += char;
    width += octets(char);
  }
  return folded;
};
