import type { CommonStrings } from '../strings.ts';

/** What is said from the hold on. */
export const holding = {
  nothingBooked: 'Sistem tidak menjawab. Antrean belum tercatat; coba lagi.',
  changeUnsure: 'Kami belum dapat memastikan perubahan ini tercatat. Coba lagi; mengulang tidak mengubah dua kali.',
  required: 'Semua isian wajib, kecuali yang bertanda “boleh dikosongkan”.',
  holdTitle: 'Tempat disimpan',
  holdExtend: 'Tambah waktu',
  holdResume: 'Lanjut',
  holdWarning: (minutes, extendable) =>
    `Sisa waktu ${minutes} menit.${extendable ? ' Anda dapat menambah waktu satu kali.' : ''}`,
  holdExtended: 'Waktu ditambah.',
  opensNewTab: '(tab baru)',
} satisfies Partial<CommonStrings>;
