import type { CommonStrings } from '../strings.ts';

/** What is said from the choice of a time on. */
export const holding = {
  forgot: 'Isian Anda dihapus setelah 30 menit tanpa kegiatan. Silakan mulai lagi.',
  change: 'Ubah',
  nothingYet: 'Antrean belum tercatat.',
  retryIn: (seconds, unasked) =>
    `${unasked ? 'Kami coba lagi secara otomatis' : 'Coba lagi'} dalam ${seconds < 90 ? `${seconds} detik` : `${Math.ceil(seconds / 60)} menit`}.`,
  service: { new: 'Paspor baru', renewal: 'Penggantian paspor' },
  errorTitle: 'Periksa isian berikut',
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
