import type { Finding } from './findings.ts';

type Kind = Finding['kind'];
type Of<K extends Kind> = Extract<Finding, { kind: K }>;
/** A sentence, and what to copy. */
type Saying = readonly [text: string, copy?: string];

export interface DoctorWords {
  readonly title: string;
  readonly clean: string;
  readonly count: (count: number) => string;
  readonly say: { readonly [K in Kind]: (finding: Of<K>) => Saying };
}

/** What the host may not set and its colours still meet. */
const own = {
  id: { muted: 'teks kecil', bad: 'teks kesalahan', soft: 'latar kartu' },
  en: { muted: 'of small text', bad: 'of error texts', soft: 'the tint of cards' },
} as const;
const colour = (lang: 'id' | 'en', name: string) => (own[lang] as Record<string, string>)[name] ?? name;

const looks = {
  id: { light: ' dalam tampilan terang', dark: ' dalam tampilan gelap' },
  en: { light: ' in the light look', dark: ' in the dark look' },
} as const;

const number = (lang: string, value: number) => (Math.floor(value * 100) / 100).toLocaleString(lang);

const id: DoctorWords = {
  title: 'Pemeriksaan antrean paspor',
  clean: 'Tidak ada masalah. Antrean paspor terpasang dengan benar.',
  count: (count) => `${count} hal perlu diperbaiki`,
  say: {
    policy: ({ line }) => ['Content-Security-Policy situs ini menolak antrean. Ganti baris ini menjadi:', line],
    'policy-taken': ({ line }) => [
      'Skrip lain di halaman ini memakai Lit juga dan datang lebih dulu, jadi antrean tidak dapat berjalan. Ganti baris ini dalam Content-Security-Policy menjadi:',
      line,
    ],
    'mixed-content': ({ url }) => [
      'Halaman ini https, tetapi antrean diambil lewat http, yang ditolak peramban. Ganti alamatnya menjadi:',
      url.replace(/^http:/, 'https:'),
    ],
    'origin-not-listed': ({ origin }) => [
      'Situs ini belum terdaftar di layanan antrean. Minta pengelola layanan menambahkan alamat ini ke ALLOWED_ORIGINS:',
      origin,
    ],
    unreachable: ({ api }) => [
      'Layanan antrean tidak menjawab. Periksa jaringan, dan atribut api bila dipakai. Alamat yang ditanya:',
      api,
    ],
    'script-twice': ({ count }) => [
      `Skrip antrean dipasang ${count} kali. Cukup satu kali untuk seluruh halaman; hapus yang lain.`,
    ],
    'two-builds': ({ urls }) => [
      'Dua versi skrip antrean dipasang. Pertahankan satu, hapus yang lain:',
      urls.join('\n'),
    ],
    'old-version': ({ script }) => ['Skrip yang berjalan bukan versi terbaru. Pakai alamat ini:', script],
    contrast: ({ colours: [one, other], ratio, scheme }) => [
      `Warna ${colour('id', one)} di atas ${colour('id', other)}${scheme ? looks.id[scheme] : ''} sulit dibaca: kontrasnya ${number('id', ratio)} : 1, paling sedikit 4,5 : 1 (WCAG 2.2 AA).`,
    ],
    preload: ({ line }) => [
      'Baris preload di halaman ini tidak terpakai: alamatnya harus persis sama dengan yang diminta antrean. Ganti menjadi:',
      line,
    ],
    attribute: ({ name, value, takes }) => [`Atribut ${name}="${value}" tidak dikenal. Yang dapat ditulis:`, takes],
    'office-unknown': ({ office }) => [
      `Kantor “${office}” tidak dikenal. Periksa ejaan dalam atribut office; beberapa kantor dipisahkan dengan spasi.`,
    ],
    'no-tag': () => ['Skrip terpasang, tetapi tidak ada <paspor-antrean> di halaman ini.'],
    'not-started': () => ['Antrean belum berjalan. Buka konsol peramban (F12) dan baca baris yang merah.'],
    'no-link': ({ href }) => [
      'Tidak ada tautan di dalam tag untuk pengunjung tanpa JavaScript. Tambahkan di dalamnya:',
      `<a href="${href}">Ambil antrean paspor</a>`,
    ],
    'no-height': ({ rule }) => [
      'Tinggi antrean belum disediakan, jadi isi di bawahnya melompat. Tambahkan ke CSS situs:',
      rule,
    ],
  },
};

const en: DoctorWords = {
  title: 'Passport queue check-up',
  clean: 'Nothing is wrong. The passport queue is set up as it should be.',
  count: (count) => `${count} ${count === 1 ? 'thing' : 'things'} to put right`,
  say: {
    policy: ({ line }) => ['The site’s Content-Security-Policy refuses the queue. Change this line to:', line],
    'policy-taken': ({ line }) => [
      'Another script on this page uses Lit too and came first, so the queue cannot run. In the Content-Security-Policy, change this line to:',
      line,
    ],
    'mixed-content': ({ url }) => [
      'This page is https but fetches the queue over http, which browsers refuse. Change the address to:',
      url.replace(/^http:/, 'https:'),
    ],
    'origin-not-listed': ({ origin }) => [
      'The queue service does not list this site. Ask its operator to add this address to ALLOWED_ORIGINS:',
      origin,
    ],
    unreachable: ({ api }) => [
      'The queue service does not answer. Check the network, and the api attribute if you set it. It was asked at:',
      api,
    ],
    'script-twice': ({ count }) => [
      `The script is on the page ${count} times. Once is enough for the whole page; remove the others.`,
    ],
    'two-builds': ({ urls }) => [
      'Two versions of the script are on the page. Keep one, remove the other:',
      urls.join('\n'),
    ],
    'old-version': ({ script }) => ['The script that runs is not the newest. Use this address:', script],
    contrast: ({ colours: [one, other], ratio, scheme }) => [
      `The colour ${colour('en', one)} on ${colour('en', other)}${scheme ? looks.en[scheme] : ''} is hard to read: its contrast is ${number('en', ratio)} : 1, at least 4.5 : 1 is needed (WCAG 2.2 AA).`,
    ],
    preload: ({ line }) => [
      'The preload line of this page is of no use: its address must be exactly the one that the queue asks for. Change it to:',
      line,
    ],
    attribute: ({ name, value, takes }) => [`The attribute ${name}="${value}" is not understood. It may be:`, takes],
    'office-unknown': ({ office }) => [
      `There is no office “${office}”. Check the spelling in the office attribute; several are separated by spaces.`,
    ],
    'no-tag': () => ['The script is here, but there is no <paspor-antrean> on this page.'],
    'not-started': () => ['The queue has not started. Open the browser’s console (F12) and read what is red.'],
    'no-link': ({ href }) => [
      'There is no link inside the tag for visitors without JavaScript. Add inside it:',
      `<a href="${href}">Book a passport visit</a>`,
    ],
    'no-height': ({ rule }) => [
      'No height is reserved for the queue, so what is below it jumps. Add to the site’s CSS:',
      rule,
    ],
  },
};

export const chooseWords = (lang: string): DoctorWords => (lang.toLowerCase().startsWith('en') ? en : id);

export const sayFinding = (words: DoctorWords, finding: Finding): Saying =>
  (words.say[finding.kind] as (finding: Finding) => Saying)(finding);
