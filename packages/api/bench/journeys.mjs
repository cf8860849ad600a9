import { openConnection } from './http-client.mjs';

/** Made-up people without end: a birth date and a serial for each number. */
export const personJson = (n) => {
  const two = (value) => String(value).padStart(2, '0');
  const [day, month, year] = [
    two(1 + (n % 28)),
    two(1 + (Math.floor(n / 28) % 12)),
    two(40 + (Math.floor(n / 336) % 60)),
  ];
  const place = 910_000 + (Math.floor(n / 20_160 / 9000) % 9999);
  const serial = String(1 + (Math.floor(n / 20_160) % 9000)).padStart(4, '0');
  return `{"contact":{"phone":"081200000001"},"privacyVersion":"2026-11","applicants":[{"name":"Contoh","nik":"${place}${day}${month}${year}${serial}","birthOn":"19${year}-${month}-${day}","relation":"self","passportType":"electronic-10"}]}`;
};

let people = 0;

/**
 * Hold and book, over HTTP, with `clients` connections, until `enough()`; each journey at the office that `officeOf`
 * names. Counts what came of it; anything but 201, SLOT_FULL or OVERLOADED is an error.
 */
export const journeys = async ({ port, clients, officeOf, enough }) => {
  const tally = { booked: 0, full: 0, overloaded: 0, errors: {} };
  const note = ({ status, body }) => {
    const code = status >= 400 ? JSON.parse(body).code : String(status);
    if (code === 'SLOT_FULL') tally.full++;
    else if (code === 'OVERLOADED') tally.overloaded++;
    else tally.errors[code] = (tally.errors[code] ?? 0) + 1;
  };
  const one = async (connection) => {
    while (!enough(tally)) {
      const n = people++;
      const office = officeOf(n);
      if (office === undefined) return;
      const held = await connection.ask('POST', `/v1/offices/${office.id}/holds`, { body: '{"service":"new"}' });
      if (held.status !== 201) {
        note(held);
        office.sold = true;
        continue;
      }
      const token = /"token":"([^"]+)"/.exec(held.body)[1];
      const booked = await connection.ask('POST', `/v1/offices/${office.id}/bookings`, { token, body: personJson(n) });
      if (booked.status === 201) tally.booked++;
      else note(booked);
    }
  };
  const connections = await Promise.all(Array.from({ length: clients }, () => openConnection(port)));
  const began = performance.now();
  await Promise.all(connections.map(one));
  for (const connection of connections) connection.close();
  return { ...tally, seconds: (performance.now() - began) / 1000 };
};

/** Asks the same thing over and over, for `ms`; answers per second by status. */
export const hammer = async ({ port, clients, ms, ask }) => {
  const statuses = {};
  const connections = await Promise.all(Array.from({ length: clients }, () => openConnection(port)));
  const began = performance.now();
  let count = 0;
  await Promise.all(
    connections.map(async (connection) => {
      while (performance.now() - began < ms) {
        const { status } = await ask(connection);
        statuses[status] = (statuses[status] ?? 0) + 1;
        count++;
      }
    }),
  );
  const seconds = (performance.now() - began) / 1000;
  for (const connection of connections) connection.close();
  return { perSecond: count / seconds, seconds, statuses };
};
