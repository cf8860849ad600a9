import type { OfficeStrings } from '../strings.ts';

export const office: OfficeStrings = {
  heading: 'Pilih kantor',
  search: 'Cari nama kantor atau kota',
  near: 'Gunakan lokasi saya',
  nearHelp: 'Lokasi dibulatkan sampai sekitar 11 km dan tidak disimpan.',
  any: 'Anda boleh memilih kantor mana pun, walau alamat KTP di daerah lain.',
  kind: {
    kanim: 'Kantor imigrasi',
    ulp: 'Unit Layanan Paspor (ULP)',
    ukk: 'Unit Kerja Keimigrasian (UKK)',
    mpp: 'Mal Pelayanan Publik (MPP)',
  },
  found: (count) => `${count} kantor`,
  none: 'Tidak ada kantor dengan nama itu. Coba nama kota atau provinsi.',
  more: (count) => `Tampilkan ${count} kantor lainnya`,
  nearFailed: 'Lokasi tidak tersedia. Cari dengan nama kantor atau kota.',
  nearNote: 'Diurutkan dari yang terdekat.',
  distance: (km) => `${String(km).replace('.', ',')} km`,
};
