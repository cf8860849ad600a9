import type { Lang } from './words.ts';

/** Words for the ids of documents. The files in `data/` are not read at the edge; a test holds the two equal. */
export const documentNames: Record<string, Record<Lang, string>> = {
  ktp: { id: 'KTP elektronik asli', en: 'Original electronic ID card (KTP)' },
  kk: { id: 'Kartu Keluarga (KK) asli', en: 'Original family card (KK)' },
  'birth-or-marriage-or-diploma': {
    id: 'Salah satu dokumen asli: akta kelahiran, akta perkawinan/buku nikah, ijazah, atau surat baptis, yang memuat nama, tanggal lahir, dan nama orang tua',
    en: 'One original: birth certificate, marriage certificate, diploma or baptism letter, showing your name, date of birth and parents’ names',
  },
  'name-change-letter': {
    id: 'Surat pewarganegaraan atau penetapan ganti nama, bila ada',
    en: 'Naturalisation or name-change letter, if you have one',
  },
  'old-passport': { id: 'Paspor lama asli', en: 'Original old passport' },
  'parents-ktp': { id: 'KTP elektronik asli ayah dan ibu', en: 'Original electronic ID cards (KTP) of both parents' },
  'birth-certificate': { id: 'Akta kelahiran anak asli', en: 'Child’s original birth certificate' },
  'parents-marriage-book': {
    id: 'Buku nikah atau akta perkawinan orang tua asli',
    en: 'Parents’ original marriage book or marriage certificate',
  },
  'parents-passports': {
    id: 'Paspor asli ayah dan ibu, bila ada',
    en: 'Parents’ original passports, if they have them',
  },
  'child-old-passport': { id: 'Paspor lama anak asli, bila ada', en: 'Child’s original old passport, if any' },
  'parents-declaration': { id: 'Surat pernyataan orang tua', en: 'Declaration signed by the parents' },
  'duty-stamp': { id: 'Meterai Rp10.000', en: 'Rp 10,000 duty stamp (meterai)' },
  'absent-parent-power-of-attorney': {
    id: 'Surat kuasa, bila salah satu orang tua tidak dapat hadir',
    en: 'Power of attorney, if one parent cannot come',
  },
  'custody-ruling': {
    id: 'Putusan pengadilan tentang hak asuh, bila orang tua bercerai',
    en: 'Court ruling on custody, if the parents are divorced',
  },
  'a4-copies': { id: 'Fotokopi semua dokumen di kertas A4', en: 'Copies of all documents on A4 paper' },
};

/** What both parents bring for an applicant under 17, beside the above. */
export const childDocuments: readonly string[] = [
  'parents-ktp',
  'kk',
  'birth-certificate',
  'parents-marriage-book',
  'parents-passports',
  'child-old-passport',
  'parents-declaration',
  'duty-stamp',
  'absent-parent-power-of-attorney',
  'custody-ruling',
  'a4-copies',
];

export const documentText = (id: string, lang: Lang): string => documentNames[id]?.[lang] ?? id;
