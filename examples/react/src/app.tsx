import type { AntreanBookedEvent } from '@paspor-antrean/widget';
import type {} from '@paspor-antrean/widget/react';
import '@paspor-antrean/widget/define';
import { useState } from 'react';

const antrean = import.meta.env.VITE_ANTREAN;

const when = (slot: string) =>
  new Intl.DateTimeFormat('id', { dateStyle: 'full', timeStyle: 'short', timeZone: 'UTC' }).format(
    new Date(`${slot}Z`),
  );

export const App = () => {
  const [visit, setVisit] = useState<AntreanBookedEvent>();

  return (
    <main>
      <h1>Urus paspor dari rumah</h1>
      <p>Ambil nomor antrean di sini, lalu datang sesuai jam Anda.</p>
      <p role="status">{visit && `Sampai jumpa ${when(visit.slot)}, ${visit.party} orang.`}</p>
      <paspor-antrean office="bandung bandung-soekarno-hatta" api={antrean} onantrean-booked={setVisit}>
        <a href={`${antrean}/kantor/bandung`}>Ambil antrean paspor</a>
      </paspor-antrean>
    </main>
  );
};
