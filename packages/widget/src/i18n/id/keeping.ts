import type { CommonStrings } from '../strings.ts';

export const keeping = {
  forgot: 'Isian Anda dihapus karena 30 menit tidak ada kegiatan. Silakan mulai lagi.',
} satisfies Partial<CommonStrings>;
