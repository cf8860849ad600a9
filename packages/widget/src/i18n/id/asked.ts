import type { OfficeStrings, ServiceStrings } from '../strings.ts';

/** What the first steps say only once somebody asks, or answers nothing. */
export const office = {
  nearFailed: 'Lokasi tidak tersedia. Cari dengan nama kantor atau kota.',
  nearNote: 'Diurutkan dari yang terdekat.',
  distance: (km) => `${String(km).replace('.', ',')} km`,
} satisfies Partial<OfficeStrings>;

export const service = {
  priority:
    'Lansia di atas 60 tahun, balita, ibu hamil, penyandang disabilitas, dan pemohon yang sakit dapat datang langsung tanpa antrean daring. Kuota prioritas terbatas; datanglah pagi hari.',
  lost: 'Paspor hilang atau rusak? Datang langsung ke kantor imigrasi untuk pemeriksaan (BAP).',
  chooseService: 'Jawab dulu: pernah punya paspor atau belum.',
} satisfies Partial<ServiceStrings>;
