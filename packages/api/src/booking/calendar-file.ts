import type { Booking } from '@paspor-antrean/contract';
import { instantOf } from '../offices/office-time.ts';
import type { OfficeRecord } from '../offices/offices.ts';

/** The visit as an iCalendar file (RFC 5545), in UTC so that no phone can shift it. No name, no NIK, no token. */
export const calendarFile = (office: OfficeRecord, booking: Booking, publicUrl: string): string => {
  const start = instantOf(booking.slot.slot, office.timeZone);
  const end = new Date(booking.slot.endsAt);
  const codes = booking.applicants.filter(({ status }) => status !== 'cancelled').map(({ queueCode }) => queueCode);
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//paspor-antrean//ID',
    'BEGIN:VEVENT',
    `UID:${booking.id}@paspor-antrean`,
    `DTSTAMP:${stamp(new Date(booking.createdAt))}`,
    `DTSTART:${stamp(start)}`,
    `DTEND:${stamp(end)}`,
    `SUMMARY:${text(`Antrean paspor · ${office.name}`)}`,
    `DESCRIPTION:${text(`Kode antrean: ${codes.join(', ')}\nKode booking: ${booking.code}\nBawa dokumen asli.`)}`,
    `LOCATION:${text([office.name, office.address, office.city].filter(Boolean).join(', '))}`,
    ...(office.location ? [`GEO:${office.location.lat};${office.location.lng}`] : []),
    `URL:${publicUrl}/kantor/${office.id}`,
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${text('Antrean paspor besok')}`,
    'TRIGGER:-P1D',
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return `${lines.map(fold).join('\r\n')}\r\n`;
};

const stamp = (instant: Date) => `${instant.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;

const text = (value: string) => value.replace(/[\\;,]/g, (char) => `\\${char}`).replace(/\n/g, '\\n');

/** Lines have at most 75 octets; the rest goes on after a line break and a space. */
const fold = (line: string): string => {
  const parts: string[] = [];
  let part = '';
  for (const char of line) {
    if (new TextEncoder().encode(part + char).length > (parts.length === 0 ? 75 : 74)) {
      parts.push(part);
      part = '';
    }
    part += char;
  }
  return [...parts, part].join('\r\n ');
};
