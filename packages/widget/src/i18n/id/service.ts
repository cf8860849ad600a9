import type { ServiceStrings } from '../strings.ts';

export const service: ServiceStrings = {
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
  priority:
    'Lansia di atas 60 tahun, balita, ibu hamil, penyandang disabilitas, dan pemohon yang sakit dapat datang langsung tanpa antrean daring. Kuota prioritas terbatas; datanglah pagi hari.',
  lost: 'Paspor hilang atau rusak? Datang langsung ke kantor imigrasi untuk pemeriksaan (BAP).',
  chooseService: 'Jawab dulu: pernah punya paspor atau belum.',
  notOpen: 'Antrean daring di kantor ini belum dibuka.',
};
