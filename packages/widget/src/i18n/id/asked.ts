import type { ServiceStrings } from '../strings.ts';

/** What the first step says only once somebody asks, or answers nothing. */
export const service = {
  priority:
    'Lansia di atas 60 tahun, balita, ibu hamil, penyandang disabilitas, dan pemohon yang sakit dapat datang langsung tanpa antrean daring. Kuota prioritas terbatas; datanglah pagi hari.',
  lost: 'Paspor hilang atau rusak? Datang langsung ke kantor imigrasi untuk pemeriksaan (BAP).',
  chooseService: 'Jawab dulu: pernah punya paspor atau belum.',
} satisfies Partial<ServiceStrings>;
