import type { OfficeStrings } from '../strings.ts';

export const office: OfficeStrings = {
  heading: 'Sumangga pilih kantor',
  search: 'Pados nami kantor utawi kitha',
  near: 'Agem lokasi kula',
  nearHelp: 'Lokasi dipunbunderaken ngantos kirang langkung 11 km sarta boten dipunsimpen.',
  nearFailed: 'Lokasi boten kapanggih. Sumangga pados mawi nami kantor utawi kitha.',
  nearNote: 'Dipunurutaken saking ingkang paling celak.',
  any: 'Panjenengan kenging milih kantor pundi kemawon, sanajan alamat KTP ing laladan sanes.',
  kind: {
    kanim: 'Kantor imigrasi',
    ulp: 'Unit Layanan Paspor (ULP)',
    ukk: 'Unit Kerja Keimigrasian (UKK)',
    mpp: 'Mal Pelayanan Publik (MPP)',
  },
  found: (count) => `${count} kantor`,
  none: 'Boten wonten kantor kanthi nami punika. Sumangga cobi nami kitha utawi provinsi.',
  more: (count) => `Tingali ${count} kantor sanesipun`,
  distance: (km) => `${String(km).replace('.', ',')} km`,
};
