import type { Lang } from './words.ts';

export interface Notice {
  title: string;
  lead: string;
  sections: readonly { title: string; text?: string; items?: readonly string[] }[];
  version: (version: string) => string;
}

/** What UU 27/2022 art. 21 asks for, in its order: basis, purpose, types, how long, rights. */
const id = (days: string): Notice => ({
  title: 'Pemberitahuan privasi',
  lead: 'Halaman ini menjelaskan data apa yang diminta saat Anda mengambil antrean paspor, untuk apa, dan kapan dihapus (Pasal 21 UU 27/2022 tentang Pelindungan Data Pribadi).',
  sections: [
    {
      title: 'Siapa yang bertanggung jawab',
      text: 'Kantor imigrasi tempat Anda mengambil antrean adalah pengendali data Anda.',
    },
    {
      title: 'Dasar hukum',
      items: [
        'Pelayanan publik dan pelaksanaan kewenangan kantor imigrasi (Pasal 20 ayat (2) huruf e UU 27/2022). Karena itu kami tidak meminta persetujuan untuk data yang memang wajib bagi antrean.',
        'Data anak diisi dengan persetujuan orang tua atau wali (Pasal 25).',
      ],
    },
    {
      title: 'Tujuan',
      items: [
        'Menyimpan tempat Anda pada hari dan jam yang dipilih, serta mengenali Anda di loket.',
        'Menjaga agar satu orang hanya mempunyai satu antrean aktif, sehingga nomor tidak diborong calo.',
        'Menghubungi Anda bila jadwal berubah.',
      ],
    },
    {
      title: 'Data yang diminta, dan mengapa',
      items: [
        'Nama, NIK, dan tanggal lahir setiap pemohon: untuk mencocokkan pemohon dengan antrean.',
        'Hubungan keluarga: karena satu antrean hanya untuk satu keluarga.',
        'Nomor ponsel, dan surel bila Anda mengisinya: untuk menghubungi Anda.',
        'Jenis paspor bila dipilih: untuk menampilkan biaya.',
        'Versi pemberitahuan ini dan waktu Anda membacanya: sebagai bukti.',
        'Alamat jaringan Anda hanya diolah sebagai sandi satu arah yang berganti setiap hari, untuk mencegah pendaftaran massal.',
      ],
    },
    {
      title: 'Yang tidak dilakukan',
      items: [
        'Tidak ada kuki, pelacak, atau permintaan ke pihak ketiga.',
        'Tidak ada dokumen yang diunggah, dan tidak ada data kesehatan atau disabilitas yang dicatat.',
        'Kode QR dan kode antrean tidak memuat nama atau NIK.',
        'Data tidak dijual dan tidak diberikan kepada pihak lain, kecuali diwajibkan undang-undang.',
      ],
    },
    {
      title: 'Berapa lama disimpan',
      text: `Data pribadi dihapus ${days} hari setelah hari kunjungan. Sesudahnya hanya jumlah kunjungan yang tersisa. Selama disimpan, data dienkripsi. Tempat yang tidak jadi diambil lepas dengan sendirinya dalam beberapa menit.`,
    },
    {
      title: 'Hak Anda',
      items: [
        'Melihat data Anda: buka “Cek, ubah, atau batalkan antrean” dengan kode pendaftaran.',
        'Membatalkan antrean kapan saja sebelum kunjungan.',
        'Meminta salinan, perbaikan, penghapusan, penundaan, atau pembatasan pengolahan, dan mengajukan keberatan.',
        'Mengadu dan menuntut ganti rugi menurut undang-undang.',
      ],
    },
    {
      title: 'Kepada siapa bertanya',
      text: 'Hubungi kantor tempat Anda mengambil antrean. Alamat dan teleponnya ada di halaman kantor. Permintaan penghentian atau pembatasan pengolahan ditindaklanjuti paling lambat 3 × 24 jam. Bila terjadi kebocoran, Anda diberi tahu secara tertulis paling lambat 3 × 24 jam.',
    },
  ],
  version: (version) => `Versi ${version}.`,
});

const en = (days: string): Notice => ({
  title: 'Privacy notice',
  lead: 'What is asked of you when you book a passport visit, what for, and when it is deleted (article 21 of Law 27/2022 on Personal Data Protection). The Indonesian text is the one that counts.',
  sections: [
    { title: 'Who is responsible', text: 'The immigration office at which you book is the controller of your data.' },
    {
      title: 'Legal basis',
      items: [
        'Public service and the duties of the immigration office (article 20 (2) e of Law 27/2022). That is why we do not ask for consent to what a booking cannot do without.',
        'A child’s data is entered with the consent of a parent or guardian (article 25).',
      ],
    },
    {
      title: 'Purpose',
      items: [
        'To keep your place on the day and hour you chose, and to recognise you at the counter.',
        'To see that one person has one active booking, so that places are not bought up by touts.',
        'To reach you when the time has to change.',
      ],
    },
    {
      title: 'What is asked, and why',
      items: [
        'Name, NIK and birth date of each applicant: to match the applicant with the booking.',
        'Family relation: because one booking is for one family.',
        'Mobile number, and e-mail if you give one: to reach you.',
        'The passport type if you choose one: to show the fee.',
        'The version of this notice and the time you read it: as proof.',
        'Your network address is only used as a one-way code that changes daily, against mass booking.',
      ],
    },
    {
      title: 'What is not done',
      items: [
        'No cookies, no trackers, no request to third parties.',
        'No documents are uploaded, and no health or disability data is recorded.',
        'QR and queue codes hold no name and no NIK.',
        'Data is not sold, and not given to others unless the law requires it.',
      ],
    },
    {
      title: 'How long it is kept',
      text: `Personal data is deleted ${days} days after the day of the visit. After that only counts remain. While it is kept it is encrypted. A place that was not booked is released by itself within minutes.`,
    },
    {
      title: 'Your rights',
      items: [
        'To see your data: open “Check, change or cancel” with the booking code.',
        'To cancel the booking at any time before the visit.',
        'To ask for a copy, correction, deletion, suspension or restriction of processing, and to object.',
        'To complain, and to claim damages under the law.',
      ],
    },
    {
      title: 'Whom to ask',
      text: 'The office at which you booked. Its address and telephone number are on its page. Requests to stop or restrict processing are acted on within 3 × 24 hours. In case of a breach you are told in writing within 3 × 24 hours.',
    },
  ],
  version: (version) => `Version ${version}.`,
});

export const notices: Record<Lang, (days: string) => Notice> = { id, en };
