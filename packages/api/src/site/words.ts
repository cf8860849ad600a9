export type Lang = 'id' | 'en';

/** Indonesian unless English is asked for: it is the language that counts (UU 24/2009). */
export const langOf = (query: string | undefined): Lang => (query === 'en' ? 'en' : 'id');

/** A path of ours in the language of the page that links to it. */
export const inLang = (path: string, lang: Lang): string => (lang === 'en' ? `${path}?lang=en` : path);

const id = {
  siteName: 'Antrean Paspor',
  skip: 'Langsung ke isi',
  offices: 'Daftar kantor',
  privacy: 'Privasi',
  otherLang: 'English',
  free: 'Antrean ini gratis. Daftar sendiri, tanpa calo.',
  notFoundTitle: 'Kantor tidak ditemukan',
  notFound: 'Tidak ada kantor dengan alamat halaman ini. Periksa tautannya, atau pilih kantor dari daftar di bawah.',
  officesTitle: 'Daftar kantor',
  officesIntro: 'Anda boleh memilih kantor mana pun, walau alamat KTP di daerah lain.',
  busyTitle: 'Sistem sedang sibuk',
  busy: 'Halaman ini belum dapat dibuka. Tunggu beberapa detik, lalu muat ulang.',
};

export type Words = typeof id;

const en: Words = {
  siteName: 'Passport Queue',
  skip: 'Skip to content',
  offices: 'All offices',
  privacy: 'Privacy',
  otherLang: 'Bahasa Indonesia',
  free: 'Booking is free. Book it yourself; nobody may charge for a queue number.',
  notFoundTitle: 'Office not found',
  notFound: 'No office has this address. Check the link, or choose an office from the list below.',
  officesTitle: 'All offices',
  officesIntro: 'You may choose any office, whatever the address on your KTP.',
  busyTitle: 'The system is busy',
  busy: 'This page cannot be opened at the moment. Wait a few seconds, then reload.',
};

export const words: Record<Lang, Words> = { id, en };
