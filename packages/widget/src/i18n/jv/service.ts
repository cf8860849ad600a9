import type { ServiceStrings } from '../strings.ts';

export const service: ServiceStrings = {
  heading: 'Sumangga pilih layanan',
  question: 'Punapa sampun nate gadhah paspor?',
  questionHelp:
    'Paspor lami ingkang sampun telas wekdalipun, sanajan sampun pinten-pinten taun, tetep kaetang sampun nate gadhah.',
  new: 'Dereng nate',
  newHelp: 'Paspor enggal',
  renewal: 'Sampun nate',
  renewalHelp: 'Gantos (manjangaken) paspor, kalebet ingkang sampun dangu telas wekdalipun',
  party: 'Pinten tiyang ingkang badhe rawuh?',
  partyHelp: (max) => `Paling kathah ${max} tiyang sakulawarga. Saben tiyang pikantuk kode piyambak.`,
  fewer: 'Suda satunggal tiyang',
  more: 'Tambah satunggal tiyang',
  next: 'Pados jadwal',
  whoNeedNot: 'Sinten ingkang boten perlu antrean online?',
  priority:
    'Sesepuh langkung saking 60 taun, lare sangandhapipun 5 taun, ibu ingkang nembe ngandhut, penyandhang disabilitas, sarta ingkang nembe gerah saged langsung rawuh tanpa antrean online. Kuota prioritas winates; langkung sae rawuh enjing.',
  lost: 'Paspor ical utawi risak? Sumangga langsung rawuh ing kantor imigrasi kangge dipunpriksa (BAP).',
  chooseService: 'Sumangga wangsuli rumiyin: sampun nate gadhah paspor utawi dereng.',
  notOpen: 'Antrean online ing kantor punika dereng dipunbikak.',
};
