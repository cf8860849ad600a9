import type { CommonStrings } from '../strings.ts';

export const common = {
  title: 'Antrean Paspor',
  noTout: 'Daftar sendiri, tanpa calo. Petugas tidak pernah meminta bayaran untuk nomor antrean.',
  progress: (step, of) => `Langkah ${step} dari ${of}`,
  back: 'Kembali',
  change: 'Ubah',
  retry: 'Coba lagi',
  loading: 'Memuat…',
  loadFailed: 'Layanan antrean belum dapat dibuka.',
  offline: 'Tidak ada koneksi. Isian Anda tetap tersimpan di halaman ini.',
  nothingYet: 'Antrean belum tercatat.',
  retryIn: (seconds, unasked) =>
    `${unasked ? 'Kami coba lagi secara otomatis' : 'Coba lagi'} dalam ${seconds < 90 ? `${seconds} detik` : `${Math.ceil(seconds / 60)} menit`}.`,
  slow: 'Jaringan lambat. Kami masih menunggu jawaban; jangan mendaftar ulang.',
  errorTitle: 'Periksa isian berikut',
  people: (count) => `${count} orang`,
  service: { new: 'Paspor baru', renewal: 'Penggantian paspor' },
} satisfies Partial<CommonStrings>;
