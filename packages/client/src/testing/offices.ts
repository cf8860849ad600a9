import type { Office } from '@paspor-antrean/contract';
import { office as bandung } from '@paspor-antrean/contract/examples';

/** An office of the fake: what the public sees, and when it is open. */
export interface FakeOffice extends Omit<Office, 'nextReleaseAt'> {
  /** Seats by wall time, `{ '08:00': 50 }`, on these weekdays; 1 is Monday. */
  hours: readonly { weekdays: readonly number[]; seats: Readonly<Record<string, number>> }[];
  slotMinutes: number;
  /** Days without service and why: `{ '2026-12-25': 'Kelahiran Yesus Kristus' }`. */
  closures: Readonly<Record<string, string>>;
  /** A day opens this many days before … */
  releaseDays: number;
  /** … at this wall time. */
  releaseAt: string;
  /** A booking token is good for this long after the visit day. */
  graceMinutes: number;
}

const hours = (seats: number, last = seats): FakeOffice['hours'] => [
  {
    weekdays: [1, 2, 3, 4],
    seats: {
      '08:00': seats,
      '09:00': seats,
      '10:00': seats,
      '11:00': seats,
      '13:00': seats,
      '14:00': seats,
      ...(last && { '15:00': last }),
    },
  },
  {
    weekdays: [5],
    seats: {
      '08:00': seats,
      '09:00': seats,
      '10:00': seats,
      '13:00': seats,
      '14:00': seats,
      '15:00': seats,
      ...(last && { '16:00': last }),
    },
  },
];

const { nextReleaseAt, ...seen } = bandung;

/** The contract's example office, with the hours of Bandung, changed by what is given. */
export const fakeOffice = (over: Partial<FakeOffice> = {}): FakeOffice => ({
  ...seen,
  hours: hours(50, 30),
  slotMinutes: 60,
  closures: {
    '2026-12-24': 'Cuti bersama Kelahiran Yesus Kristus',
    '2026-12-25': 'Kelahiran Yesus Kristus',
    '2027-01-01': 'Tahun Baru 2027 Masehi',
  },
  releaseDays: 30,
  releaseAt: '08:00',
  graceMinutes: 120,
  ...over,
});

/** Five offices in two time zones, as in the API's demo data. */
export const fakeOffices = (): FakeOffice[] => [
  fakeOffice(),
  fakeOffice({
    id: 'bandung-soekarno-hatta',
    number: 124,
    name: 'ULP Bandung Soekarno-Hatta',
    kind: 'ulp',
    parentId: 'bandung',
    location: { lat: -6.948, lng: 107.634 },
    address: 'Jl. Soekarno-Hatta, Bandung',
    hours: hours(20, 0),
  }),
  fakeOffice({
    id: 'palembang',
    number: 25,
    name: 'Kantor Imigrasi Palembang',
    city: 'Kota Palembang',
    province: 'Sumatera Selatan',
    location: { lat: -3.012052, lng: 104.774096 },
    address: 'Jl. Pangeran Ratu No. 1, Seberang Ulu I',
    hours: hours(30, 20),
  }),
  fakeOffice({
    id: 'malang',
    number: 67,
    name: 'Kantor Imigrasi Malang',
    city: 'Kota Malang',
    province: 'Jawa Timur',
    location: { lat: -7.931411, lng: 112.649809 },
    address: 'Jl. R. Panji Suroso No. 4, Polowijen, Blimbing',
    hours: hours(25),
  }),
  fakeOffice({
    id: 'merauke',
    number: 120,
    name: 'Kantor Imigrasi Merauke',
    city: 'Kab. Merauke',
    province: 'Papua Selatan',
    timeZone: 'Asia/Jayapura',
    location: { lat: -8.491183, lng: 140.400324 },
    address: 'Jl. TMP Trikora No. 88',
    hours: hours(20, 0),
  }),
];
