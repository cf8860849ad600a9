import type { ReviewStrings } from '../strings.ts';

export const review: ReviewStrings = {
  heading: 'Mangga pariksa deui',
  visit: 'Sumping',
  office: 'Kantor',
  when: 'Waktos',
  service: 'Layanan',
  applicant: (n) => `Pamohon ${n}`,
  nikLabel: 'NIK',
  fee: 'Paspor',
  unsureFee: 'Ditangtukeun di kantor',
  total: 'Jumlah waragad',
  totalOf: (money, undecided) =>
    undecided ? `${money}, teu kaétang ${undecided} urang nu nangtukeun di kantor` : money,
  changeTime: 'Robih jadwal',
  changePeople: 'Robih data pamohon',
  confirm: 'Candak antréan',
  confirming: 'Nuju didaptarkeun…',
  unsure: 'Simkuring teu acan tiasa mastikeun. Ulah daptar deui; nuju dipariksa.',
  unsureChecking: 'Nuju mariksa…',
  checkAgain: 'Pariksa deui',
  notBooked: 'Antréan teu acan kacatet. Anjeun tiasa nyobian deui.',
  help: 'Bantosan',
};
