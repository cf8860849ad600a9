import type { CommonStrings } from '../strings.ts';

export const common = {
  title: 'Antrean Paspor',
  noTout: 'Daftar sendiri, tanpa calo. Petugas tidak pernah meminta bayaran untuk nomor antrean.',
  progress: (step, of) => `Langkah ${step} dari ${of}`,
  back: 'Kembali',
  retry: 'Coba lagi',
  loading: 'Memuat…',
  loadFailed: 'Layanan antrean belum dapat dibuka.',
  offline: 'Tidak ada koneksi. Isian Anda tetap tersimpan di halaman ini.',
  renewed: 'Layanan ini baru diperbarui. Muat ulang halaman untuk melanjutkan.',
  reload: 'Muat ulang',
  slow: 'Jaringan lambat. Kami masih menunggu jawaban; jangan mendaftar ulang.',
  people: (count) => `${count} orang`,
} satisfies Partial<CommonStrings>;
