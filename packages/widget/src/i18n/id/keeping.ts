import type { CommonStrings } from '../strings.ts';

export const keeping = {
  forgot: 'Isian Anda dihapus setelah 30 menit tanpa kegiatan. Silakan mulai lagi.',
  change: 'Ubah',
  nothingYet: 'Antrean belum tercatat.',
  retryIn: (seconds, unasked) =>
    `${unasked ? 'Kami coba lagi secara otomatis' : 'Coba lagi'} dalam ${seconds < 90 ? `${seconds} detik` : `${Math.ceil(seconds / 60)} menit`}.`,
  service: { new: 'Paspor baru', renewal: 'Penggantian paspor' },
  errorTitle: 'Periksa isian berikut',
} satisfies Partial<CommonStrings>;
