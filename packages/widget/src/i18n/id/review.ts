import type { ReviewStrings } from '../strings.ts';

export const review: ReviewStrings = {
  heading: 'Periksa kembali',
  visit: 'Kunjungan',
  office: 'Kantor',
  when: 'Waktu',
  service: 'Layanan',
  applicant: (n) => `Pemohon ${n}`,
  nikLabel: 'NIK',
  fee: 'Paspor',
  unsureFee: 'Ditentukan di kantor',
  total: 'Jumlah biaya',
  totalOf: (money, undecided) =>
    undecided ? `${money}, belum termasuk ${undecided} orang yang memilih di kantor` : money,
  changeTime: 'Ubah jadwal',
  changePeople: 'Ubah data pemohon',
  confirm: 'Ambil antrean',
  confirming: 'Mendaftarkan…',
  unsure: 'Kami belum dapat memastikan. Jangan mendaftar ulang; kami sedang memeriksa.',
  unsureChecking: 'Memeriksa…',
  checkAgain: 'Periksa lagi',
  notBooked: 'Antrean belum tercatat. Anda dapat mencoba lagi.',
  help: 'Bantuan',
};
