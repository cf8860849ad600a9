import type { FieldCode } from '@paspor-antrean/client';
import type { FieldKind, PeopleStrings } from '../strings.ts';

const missing: Record<FieldKind, string> = {
  name: 'Isi nama sesuai KTP.',
  nik: 'Isi NIK, 16 angka.',
  birthOn: 'Isi tanggal lahir.',
  relation: 'Pilih hubungan dengan Anda.',
  phone: 'Isi nomor ponsel.',
  email: 'Isi surel.',
  guardian: 'Centang persetujuan orang tua atau wali.',
  office: 'Pilih kantor tempat Anda mendaftar.',
  code: 'Isi kode pendaftaran, 8 huruf dan angka.',
  nikLast4: 'Isi 4 angka terakhir NIK.',
  other: 'Isian ini wajib.',
};

const wrong: Record<FieldKind, string> = {
  ...missing,
  name: 'Nama hanya huruf, spasi, titik, atau tanda petik. Tulis sesuai KTP.',
  nik: 'NIK hanya berisi angka.',
  birthOn: 'Tanggal lahir tidak ada di kalender. Contoh: 12 5 1990.',
  phone: 'Nomor ponsel diawali 08 atau +62 8. Contoh: 0812 3456 7890.',
  email: 'Alamat surel belum lengkap. Contoh: nama@contoh.id. Boleh juga dikosongkan.',
  nikLast4: 'Tulis 4 angka saja.',
  other: 'Periksa isian ini.',
};

const fault = (field: FieldKind, code: FieldCode, digits: number): string => {
  switch (code) {
    case 'REQUIRED':
      return missing[field];
    case 'NIK_LENGTH':
      return `NIK harus 16 angka. Anda mengisi ${digits}.`;
    case 'NIK_DAY':
      return 'NIK tampaknya salah ketik. Periksa angka ke-7 dan ke-8.';
    case 'NIK_MONTH':
      return 'NIK tampaknya salah ketik. Periksa angka ke-9 dan ke-10.';
    case 'NIK_SERIAL':
      return 'NIK tampaknya salah ketik. Periksa 4 angka terakhir.';
    case 'DUPLICATE':
      return 'NIK yang sama sudah diisi untuk pemohon lain.';
    case 'TOO_SMALL':
      return 'Tulis tahun lahir dengan empat angka, misalnya 1990.';
    case 'FUTURE':
      return 'Tanggal lahir tidak boleh setelah tanggal kunjungan.';
    case 'TOO_LONG':
      return field === 'name' ? 'Nama paling panjang 60 huruf.' : wrong[field];
    default:
      return wrong[field];
  }
};

export const people: PeopleStrings = {
  heading: 'Isi data pemohon',
  intro: 'Tulis sesuai KTP. Untuk anak, sesuai KIA atau Kartu Keluarga.',
  restored: 'Antrean belum tercatat. Isian Anda masih ada; isi lagi NIK setiap pemohon.',
  person: (n, of) => (of === 1 ? 'Pemohon' : `Pemohon ${n} dari ${of}`),
  name: 'Nama lengkap sesuai KTP',
  nameHelp: 'Nama satu kata boleh. Tulis tanpa gelar.',
  nik: 'NIK (16 angka)',
  nikHelp: 'Lihat KTP. Untuk anak, lihat KIA atau Kartu Keluarga.',
  nikAgain: 'NIK tidak disimpan. Isi lagi.',
  born: 'Tanggal lahir',
  bornHelp: 'Contoh: 12 5 1990',
  day: 'Tanggal',
  month: 'Bulan',
  year: 'Tahun',
  relation: 'Hubungan dengan Anda',
  relationChoose: 'Pilih hubungan',
  relations: {
    self: 'Saya sendiri',
    spouse: 'Suami atau istri',
    child: 'Anak',
    parent: 'Orang tua',
    sibling: 'Saudara kandung',
    other: 'Keluarga lain',
  },
  passport: 'Jenis paspor',
  passportUnsure: 'Belum tahu',
  passports: {
    'regular-5': 'Biasa, 5 tahun',
    'regular-10': 'Biasa, 10 tahun',
    'electronic-5': 'Elektronik, 5 tahun',
    'electronic-10': 'Elektronik, 10 tahun',
  },
  tenYears: 'Paspor 10 tahun hanya untuk usia 17 tahun ke atas atau yang sudah menikah.',
  remove: (n) => `Hapus pemohon ${n}`,
  removeShort: 'Hapus',
  add: (n, max) => `Tambah anggota keluarga (${n} dari ${max})`,
  contact: 'Kontak',
  phone: 'Nomor ponsel / WhatsApp',
  phoneHelp: 'Contoh: 0812 3456 7890',
  email: 'Surel (boleh dikosongkan)',
  emailShort: 'Surel',
  emailHelp: 'Contoh: nama@contoh.id',
  guardian: 'Saya orang tua/wali anak ini dan menyetujui pengisian datanya.',
  privacy: (days) => `Data Anda hanya dipakai untuk antrean ini dan dihapus ${days} hari setelah kunjungan.`,
  privacyLink: 'Pemberitahuan privasi',
  next: 'Lanjutkan',
  disagrees: 'Tanggal lahir berbeda dengan NIK. Jika sesuai KTP, lanjutkan.',
  fault,
};
