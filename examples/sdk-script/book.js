import { parseArgs } from 'node:util';
import { createAntreanClient, Refused } from '@paspor-antrean/client';

/** Someone made up; every demo person is. */
const { values: asked } = parseArgs({
  options: {
    api: { type: 'string' },
    office: { type: 'string', default: 'bandung' },
    service: { type: 'string', default: 'new' },
    name: { type: 'string', default: 'Budi Contoh' },
    nik: { type: 'string', default: '9901011205900001' },
    birth: { type: 'string', default: '1990-05-12' },
    phone: { type: 'string', default: '0812 0000 0001' },
  },
});

/** The whole API with a PostgreSQL of its own in `.data`, for as long as the script runs. */
const startApi = async () => {
  const { start } = await import('@paspor-antrean/api');
  return await start({ ...process.env, PORT: '0', LOG_LEVEL: 'error' }, console.log);
};

const book = async (antrean) => {
  const { office: id, service, name, nik, birth: birthOn, phone } = asked;
  const office = await antrean.readOffice({ office: id });
  const { earliest, days } = await antrean.readAvailability({ office: id, service });
  const open = days.filter(({ status }) => status === 'open').length;
  console.log(`${office.name}: ${open} days with room, the earliest ${earliest?.startsAt ?? 'none'}`);

  // The earliest slot with room. The seat is given back when the booking is refused.
  const onHold = ({ slot, expiresAt }) => console.log(`Held ${slot.startsAt} until ${expiresAt}`);
  const booking = await antrean.book(
    {
      office: office.id,
      service,
      contact: { phone },
      applicants: [{ name, nik, birthOn, relation: 'self' }],
      privacyVersion: office.privacy.version,
    },
    { onHold },
  );
  const [person] = booking.applicants;
  console.log(`Booked ${booking.code}: ${person.queueCode}, ${office.name}, ${booking.slot.startsAt}`);
  console.log(booking.token);
};

const api = asked.api ? undefined : await startApi();
try {
  await book(createAntreanClient({ baseUrl: asked.api ?? api.url }));
} catch (error) {
  if (!(error instanceof Refused)) throw error;
  console.error(`Refused, ${error.code}: ${error.problem.detail}`);
  process.exitCode = 1;
} finally {
  await api?.stop();
}
