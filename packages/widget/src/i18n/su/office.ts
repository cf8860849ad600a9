import type { OfficeStrings } from '../strings.ts';

export const office: OfficeStrings = {
  heading: 'Mangga pilih kantor',
  search: 'Milari nami kantor atanapi kota',
  near: 'Anggo lokasi abdi',
  nearHelp: 'Lokasi dibuleudkeun dugi ka kirang langkung 11 km sareng henteu disimpen.',
  nearFailed: 'Lokasi teu kapendak. Mangga milari ku nami kantor atanapi kota.',
  nearNote: 'Diruntuykeun ti nu pangcaketna.',
  any: 'Anjeun kénging milih kantor mana waé, sanaos alamat KTP di daérah sanés.',
  kind: {
    kanim: 'Kantor imigrasi',
    ulp: 'Unit Layanan Paspor (ULP)',
    ukk: 'Unit Kerja Keimigrasian (UKK)',
    mpp: 'Mal Pelayanan Publik (MPP)',
  },
  found: (count) => `${count} kantor`,
  none: 'Teu aya kantor nu namina kitu. Mangga cobian nami kota atanapi propinsi.',
  more: (count) => `Témbongkeun ${count} kantor sanésna`,
  distance: (km) => `${String(km).replace('.', ',')} km`,
};
