import type { FieldCode } from '@paspor-antrean/client';
import type { FieldKind, PeopleStrings } from '../strings.ts';

const missing: Record<FieldKind, string> = {
  name: 'Eusian nami saluyu sareng KTP.',
  nik: 'Eusian NIK, 16 angka.',
  birthOn: 'Eusian titimangsa lahir.',
  relation: 'Pilih hubungan sareng Anjeun.',
  phone: 'Eusian nomer ponsél.',
  email: 'Eusian surélék.',
  guardian: 'Contréng heula kasatujuan sepuh atanapi wali.',
  office: 'Pilih kantor tempat Anjeun daptar.',
  code: 'Eusian kode pendaptaran, 8 hurup sareng angka.',
  nikLast4: 'Eusian 4 angka pamungkas NIK.',
  other: 'Ieu eusian kedah dieusian.',
};

const wrong: Record<FieldKind, string> = {
  ...missing,
  name: 'Nami mung kénging hurup, spasi, titik, atanapi tanda petik. Serat saluyu sareng KTP.',
  nik: 'NIK eusina mung angka.',
  birthOn: 'Titimangsa lahir teu aya dina kalénder. Contona: 12 5 1990.',
  phone: 'Nomer ponsél dikawitan ku 08 atanapi +62 8. Contona: 0812 3456 7890.',
  email: 'Alamat surélék teu acan lengkep. Contona: nama@contoh.id. Kénging ogé dikosongkeun.',
  nikLast4: 'Serat 4 angka waé.',
  other: 'Mangga pariksa ieu eusian.',
};

const fault = (field: FieldKind, code: FieldCode, digits: number): string => {
  switch (code) {
    case 'REQUIRED':
      return missing[field];
    case 'NIK_LENGTH':
      return `NIK kedah 16 angka. Anjeun ngeusian ${digits}.`;
    case 'NIK_DAY':
      return 'NIK sigana lepat ngetik. Pariksa angka ka-7 sareng ka-8.';
    case 'NIK_MONTH':
      return 'NIK sigana lepat ngetik. Pariksa angka ka-9 sareng ka-10.';
    case 'NIK_SERIAL':
      return 'NIK sigana lepat ngetik. Pariksa 4 angka pamungkas.';
    case 'DUPLICATE':
      return 'NIK nu sami parantos dieusikeun kanggo pamohon sanés.';
    case 'TOO_SMALL':
      return 'Serat taun lahir ku opat angka, contona 1990.';
    case 'FUTURE':
      return 'Titimangsa lahir teu kénging saatos titimangsa sumping.';
    case 'TOO_LONG':
      return field === 'name' ? 'Nami pangpanjangna 60 hurup.' : wrong[field];
    default:
      return wrong[field];
  }
};

export const people: PeopleStrings = {
  heading: 'Eusian data pamohon',
  intro: 'Serat saluyu sareng KTP. Kanggo murangkalih, saluyu sareng KIA atanapi Kartu Keluarga.',
  restored: 'Antréan teu acan kacatet. Eusian Anjeun masih aya; mangga eusian deui NIK unggal pamohon.',
  person: (n, of) => (of === 1 ? 'Pamohon' : `Pamohon ${n} tina ${of}`),
  name: 'Nami lengkep saluyu sareng KTP',
  nameHelp: 'Nami sakecap ogé kénging. Serat tanpa gelar.',
  nik: 'NIK (16 angka)',
  nikHelp: 'Tingali dina KTP. Kanggo murangkalih, tingali KIA atanapi Kartu Keluarga.',
  nikAgain: 'NIK henteu disimpen. Mangga eusian deui.',
  born: 'Titimangsa lahir',
  bornHelp: 'Contona: 12 5 1990',
  day: 'Tanggal',
  month: 'Sasih',
  year: 'Taun',
  relation: 'Hubungan sareng Anjeun',
  relationChoose: 'Pilih hubungan',
  relations: {
    self: 'Abdi nyalira',
    spouse: 'Carogé atanapi istri',
    child: 'Putra',
    parent: 'Sepuh',
    sibling: 'Dulur teges',
    other: 'Kulawarga sanés',
  },
  passport: 'Jinis paspor',
  passportUnsure: 'Teu acan terang',
  passports: {
    'regular-5': 'Biasa, 5 taun',
    'regular-10': 'Biasa, 10 taun',
    'electronic-5': 'Éléktronik, 5 taun',
    'electronic-10': 'Éléktronik, 10 taun',
  },
  tenYears: 'Paspor 10 taun mung kanggo yuswa 17 taun ka luhur atanapi nu parantos nikah.',
  remove: (n) => `Pupus pamohon ${n}`,
  removeShort: 'Pupus',
  add: (n, max) => `Tambihan anggota kulawarga (${n} tina ${max})`,
  contact: 'Kontak',
  phone: 'Nomer ponsél / WhatsApp',
  phoneHelp: 'Contona: 0812 3456 7890',
  email: 'Surélék (kénging dikosongkeun)',
  emailShort: 'Surélék',
  emailHelp: 'Contona: nama@contoh.id',
  guardian: 'Abdi sepuh/wali ieu murangkalih sareng nyatujuan datana dieusikeun.',
  privacy: (days) => `Data Anjeun mung dianggo kanggo ieu antréan sareng dipupus ${days} dinten saatos sumping.`,
  privacyLink: 'Béwara privasi',
  next: 'Teraskeun',
  disagrees: 'Titimangsa lahir bénten sareng NIK. Upami saluyu sareng KTP, mangga teraskeun.',
  fault,
};
