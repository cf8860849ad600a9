import type { CommonStrings } from '../strings.ts';

export const common: CommonStrings = {
  title: 'Antrean Paspor',
  noTout: 'Dhaftar piyambak, sampun ngagem calo. Petugas boten nate nyuwun bayaran kangge nomer antrean.',
  progress: (step, of) => `Langkah ${step} saking ${of}`,
  back: 'Wangsul',
  change: 'Ewahi',
  retry: 'Cobi malih',
  loading: 'Nembe dipunbikak…',
  loadFailed: 'Layanan antrean dereng saged dipunbikak.',
  offline: 'Boten wonten sambungan. Isian Panjenengan tetep kasimpen ing kaca punika.',
  renewed: 'Layanan punika nembe dipungantos ingkang enggal. Sumangga muat malih kaca kangge nglajengaken.',
  reload: 'Muat malih',
  nothingBooked: 'Sistem boten mangsuli. Antrean dereng kacathet; sumangga cobi malih.',
  nothingYet: 'Antrean dereng kacathet.',
  changeUnsure:
    'Kula dereng saged mesthekaken ewah-ewahan punika kacathet. Sumangga cobi malih; dipunbaleni ugi boten ngewahi kaping kalih.',
  retryIn: (seconds, unasked) =>
    `${unasked ? 'Badhe kula cobi malih' : 'Cobi malih'} ${seconds < 90 ? `${seconds} detik` : `${Math.ceil(seconds / 60)} menit`} malih.`,
  slow: 'Jaringan nembe alon. Kula taksih ngentosi wangsulan; sampun dhaftar malih.',
  forgot: 'Isian Panjenengan dipunbusak sasampunipun 30 menit tanpa pakaryan. Sumangga wiwiti malih.',
  errorTitle: 'Sumangga priksa isian punika',
  required: 'Sedaya isian kedah dipunisi, kejawi ingkang mawi tandha “kenging dipunkosongaken”.',
  people: (count) => `${count} tiyang`,
  service: { new: 'Paspor enggal', renewal: 'Gantos paspor' },
  holdTitle: 'Papan sampun kasimpen',
  holdExtend: 'Tambah wekdal',
  holdResume: 'Lajengaken',
  holdWarning: (minutes, extendable) =>
    `Wekdalipun kantun ${minutes} menit.${extendable ? ' Panjenengan saged nambah wekdal kaping sepisan.' : ''}`,
  holdExtended: 'Wekdal sampun dipuntambah.',
  opensNewTab: '(tab enggal)',
};
