import type { CommonStrings } from '../strings.ts';

export const common: CommonStrings = {
  title: 'Antrean Paspor',
  noTout: 'Daftar sendiri, tanpa calo. Petugas tidak pernah meminta bayaran untuk nomor antrean.',
  progress: (step, of) => `Langkah ${step} dari ${of}`,
  back: 'Kembali',
  change: 'Ubah',
  retry: 'Coba lagi',
  loading: 'Memuat…',
  loadFailed: 'Layanan antrean belum dapat dibuka.',
  offline: 'Tidak ada koneksi. Isian Anda tetap tersimpan di halaman ini.',
  nothingBooked: 'Sistem tidak menjawab. Antrean belum tercatat; coba lagi.',
  nothingYet: 'Antrean belum tercatat.',
  changeUnsure: 'Kami belum dapat memastikan perubahan ini tercatat. Coba lagi; mengulang tidak mengubah dua kali.',
  retryIn: (seconds, unasked) =>
    `${unasked ? 'Kami coba lagi secara otomatis' : 'Coba lagi'} dalam ${seconds < 90 ? `${seconds} detik` : `${Math.ceil(seconds / 60)} menit`}.`,
  slow: 'Jaringan sedang lambat. Kami masih menunggu jawaban; jangan mendaftar ulang.',
  forgot: 'Isian Anda dihapus karena 30 menit tidak ada kegiatan. Silakan mulai lagi.',
  errorTitle: 'Periksa isian berikut',
  required: 'Semua isian wajib, kecuali yang bertanda “boleh dikosongkan”.',
  people: (count) => `${count} orang`,
  service: { new: 'Paspor baru', renewal: 'Penggantian paspor' },
  holdTitle: 'Tempat disimpan',
  holdExtend: 'Tambah waktu',
  holdResume: 'Lanjutkan dengan jadwal ini',
  holdWarning: (minutes, extendable) =>
    `Sisa waktu ${minutes} menit.${extendable ? ' Anda dapat menambah waktu satu kali.' : ''}`,
  holdExtended: 'Waktu ditambah.',
  opensNewTab: '(tab baru)',
};
