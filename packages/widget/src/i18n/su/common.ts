import type { CommonStrings } from '../strings.ts';

export const common: CommonStrings = {
  title: 'Antréan Paspor',
  noTout: 'Daptar ku nyalira, ulah nganggo calo. Patugas teu kantos ménta bayaran kanggo nomer antréan.',
  progress: (step, of) => `Léngkah ${step} tina ${of}`,
  back: 'Wangsul',
  change: 'Robih',
  retry: 'Cobian deui',
  loading: 'Nuju dimuat…',
  loadFailed: 'Layanan antréan teu acan tiasa dibuka.',
  offline: 'Teu aya sambungan. Eusian Anjeun tetep disimpen dina ieu kaca.',
  renewed: 'Ieu layanan nembé dianyarkeun. Mangga muat deui kaca pikeun neraskeun.',
  reload: 'Muat deui',
  nothingBooked: 'Sistem henteu ngawaler. Antréan teu acan kacatet; mangga cobian deui.',
  nothingYet: 'Antréan teu acan kacatet.',
  changeUnsure:
    'Simkuring teu acan tiasa mastikeun ieu parobihan kacatet. Mangga cobian deui; diulang ogé moal robih dua kali.',
  retryIn: (seconds, unasked) =>
    `${unasked ? 'Ku simkuring bakal dicobian deui' : 'Cobian deui'} ${seconds < 90 ? `${seconds} detik` : `${Math.ceil(seconds / 60)} menit`} deui.`,
  slow: 'Jaringan nuju laun. Simkuring masih ngantosan waleran; ulah daptar deui.',
  forgot: 'Eusian Anjeun dipupus saatos 30 menit teu aya kagiatan. Mangga kawitan deui.',
  errorTitle: 'Mangga pariksa ieu eusian',
  required: 'Sadaya eusian kedah dieusian, iwal nu ditandaan “kénging dikosongkeun”.',
  people: (count) => `${count} urang`,
  service: { new: 'Paspor énggal', renewal: 'Gentos paspor' },
  holdTitle: 'Tempat parantos disimpen',
  holdExtend: 'Tambihan waktos',
  holdResume: 'Teraskeun',
  holdWarning: (minutes, extendable) =>
    `Waktosna kantun ${minutes} menit.${extendable ? ' Anjeun tiasa nambihan waktos sakali.' : ''}`,
  holdExtended: 'Waktos parantos ditambihan.',
  opensNewTab: '(tab énggal)',
};
