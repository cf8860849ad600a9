import type { FieldCode } from '@paspor-antrean/client';
import type { FieldKind, PeopleStrings } from '../strings.ts';

const missing: Record<FieldKind, string> = {
  name: 'Sumangga isi nami cocog kaliyan KTP.',
  nik: 'Sumangga isi NIK, 16 angka.',
  birthOn: 'Sumangga isi tanggal lair.',
  relation: 'Pilih sesambetan kaliyan Panjenengan.',
  phone: 'Sumangga isi nomer ponsel.',
  email: 'Sumangga isi layang elektronik.',
  guardian: 'Sumangga centhang rumiyin sarujukipun tiyang sepuh utawi wali.',
  office: 'Pilih kantor papan Panjenengan dhaftar.',
  code: 'Sumangga isi kode pendhaftaran, 8 aksara saha angka.',
  nikLast4: 'Sumangga isi 4 angka pungkasan NIK.',
  other: 'Isian punika kedah dipunisi.',
};

const wrong: Record<FieldKind, string> = {
  ...missing,
  name: 'Nami namung aksara, spasi, titik, utawi tandha petik. Serat cocog kaliyan KTP.',
  nik: 'NIK isinipun namung angka.',
  birthOn: 'Tanggal lair boten wonten ing tanggalan. Tuladha: 12 5 1990.',
  phone: 'Nomer ponsel dipunwiwiti 08 utawi +62 8. Tuladha: 0812 3456 7890.',
  email: 'Alamat layang elektronik dereng pepak. Tuladha: nama@contoh.id. Kenging ugi dipunkosongaken.',
  nikLast4: 'Serat 4 angka kemawon.',
  other: 'Sumangga priksa isian punika.',
};

const fault = (field: FieldKind, code: FieldCode, digits: number): string => {
  switch (code) {
    case 'REQUIRED':
      return missing[field];
    case 'NIK_LENGTH':
      return `NIK kedah 16 angka. Panjenengan ngisi ${digits}.`;
    case 'NIK_DAY':
      return 'NIK kadosipun klentu ketik. Priksa angka kaping 7 saha kaping 8.';
    case 'NIK_MONTH':
      return 'NIK kadosipun klentu ketik. Priksa angka kaping 9 saha kaping 10.';
    case 'NIK_SERIAL':
      return 'NIK kadosipun klentu ketik. Priksa 4 angka pungkasan.';
    case 'DUPLICATE':
      return 'NIK ingkang sami sampun dipunisi kangge panyuwun sanes.';
    case 'TOO_SMALL':
      return 'Serat taun lair mawi sekawan angka, tuladha 1990.';
    case 'FUTURE':
      return 'Tanggal lair boten kenging sasampunipun tanggal rawuh.';
    case 'TOO_LONG':
      return field === 'name' ? 'Nami paling panjang 60 aksara.' : wrong[field];
    default:
      return wrong[field];
  }
};

export const people: PeopleStrings = {
  heading: 'Sumangga isi data panyuwun',
  intro: 'Serat cocog kaliyan KTP. Kangge lare, cocog kaliyan KIA utawi Kartu Keluarga.',
  restored: 'Antrean dereng kacathet. Isian Panjenengan taksih wonten; sumangga isi malih NIK saben panyuwun.',
  person: (n, of) => (of === 1 ? 'Panyuwun' : `Panyuwun ${n} saking ${of}`),
  name: 'Nami jangkep cocog kaliyan KTP',
  nameHelp: 'Nami satunggal tembung ugi kenging. Serat tanpa gelar.',
  nik: 'NIK (16 angka)',
  nikHelp: 'Mirsani KTP. Kangge lare, mirsani KIA utawi Kartu Keluarga.',
  nikAgain: 'NIK boten dipunsimpen. Sumangga isi malih.',
  born: 'Tanggal lair',
  bornHelp: 'Tuladha: 12 5 1990',
  day: 'Tanggal',
  month: 'Wulan',
  year: 'Taun',
  relation: 'Sesambetan kaliyan Panjenengan',
  relationChoose: 'Pilih sesambetan',
  relations: {
    self: 'Kula piyambak',
    spouse: 'Garwa',
    child: 'Putra',
    parent: 'Tiyang sepuh',
    sibling: 'Sedherek kandhung',
    other: 'Kulawarga sanes',
  },
  passport: 'Jinis paspor',
  passportUnsure: 'Dereng mangertos',
  passports: {
    'regular-5': 'Biyasa, 5 taun',
    'regular-10': 'Biyasa, 10 taun',
    'electronic-5': 'Elektronik, 5 taun',
    'electronic-10': 'Elektronik, 10 taun',
  },
  tenYears: 'Paspor 10 taun namung kangge yuswa 17 taun minggah utawi ingkang sampun krama.',
  remove: (n) => `Busak panyuwun ${n}`,
  removeShort: 'Busak',
  add: (n, max) => `Tambah warga kulawarga (${n} saking ${max})`,
  contact: 'Kontak',
  phone: 'Nomer ponsel / WhatsApp',
  phoneHelp: 'Tuladha: 0812 3456 7890',
  email: 'Layang elektronik (kenging dipunkosongaken)',
  emailShort: 'Layang elektronik',
  emailHelp: 'Tuladha: nama@contoh.id',
  guardian: 'Kula tiyang sepuh/wali lare punika saha sarujuk datanipun dipunisi.',
  privacy: (days) =>
    `Data Panjenengan namung dipunagem kangge antrean punika sarta dipunbusak ${days} dinten sasampunipun rawuh.`,
  privacyLink: 'Wara-wara privasi',
  next: 'Lajengaken',
  disagrees: 'Tanggal lair beda kaliyan NIK. Menawi cocog kaliyan KTP, sumangga lajengaken.',
  fault,
};
