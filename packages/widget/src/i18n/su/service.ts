import type { ServiceStrings } from '../strings.ts';

export const service: ServiceStrings = {
  heading: 'Mangga pilih layanan',
  question: 'Parantos kantos gaduh paspor?',
  questionHelp: 'Paspor lami nu parantos béak waktosna, sanaos tos mangtaun-taun, tetep kaétang parantos gaduh.',
  new: 'Teu acan kantos',
  newHelp: 'Paspor énggal',
  renewal: 'Parantos',
  renewalHelp: 'Gentos (manjangkeun) paspor, kalebet nu parantos lami béak waktosna',
  party: 'Sabaraha urang nu badé sumping?',
  partyHelp: (max) => `Pangseueurna ${max} urang sakulawarga. Unggal jalmi nampi kode nyalira.`,
  fewer: 'Kirangan saurang',
  more: 'Tambihan saurang',
  next: 'Milari jadwal',
  whoNeedNot: 'Saha nu henteu peryogi antréan online?',
  priority:
    'Sepuh di luhur 60 taun, budak handapeun 5 taun, ibu nu nuju kakandungan, panyandang disabilitas, sareng nu nuju teu damang tiasa langsung sumping tanpa antréan online. Kuota prioritas kawates; langkung saé sumping énjing-énjing.',
  lost: 'Paspor ical atanapi ruksak? Mangga langsung sumping ka kantor imigrasi kanggo dipariksa (BAP).',
  chooseService: 'Mangga waler heula: parantos kantos gaduh paspor atanapi teu acan.',
  notOpen: 'Antréan online di ieu kantor teu acan dibuka.',
};
