import type { ServiceStrings } from '../strings.ts';

export const service = {
  heading: 'Pilih layanan',
  question: 'Pernah punya paspor?',
  questionHelp:
    'Paspor lama yang sudah habis masa berlakunya, bahkan bertahun-tahun lalu, tetap dihitung pernah punya.',
  new: 'Belum pernah',
  newHelp: 'Paspor baru',
  renewal: 'Sudah pernah',
  renewalHelp: 'Penggantian (perpanjang) paspor, termasuk yang sudah lama habis masa berlakunya',
  party: 'Berapa orang yang datang?',
  partyHelp: (max) => `Paling banyak ${max} orang sekeluarga. Setiap orang mendapat kode sendiri.`,
  fewer: 'Kurangi satu orang',
  more: 'Tambah satu orang',
  next: 'Cari jadwal',
  whoNeedNot: 'Siapa yang tidak perlu antrean daring?',
  notOpen: 'Antrean daring di kantor ini belum dibuka.',
} satisfies Partial<ServiceStrings>;
