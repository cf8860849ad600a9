import type { CommonStrings } from '../strings.ts';

export const keeping = {
  forgot: 'Isian Anda dihapus setelah 30 menit tanpa kegiatan. Silakan mulai lagi.',
} satisfies Partial<CommonStrings>;
