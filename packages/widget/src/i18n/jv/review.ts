import type { ReviewStrings } from '../strings.ts';

export const review: ReviewStrings = {
  heading: 'Sumangga priksa malih',
  visit: 'Rawuh',
  office: 'Kantor',
  when: 'Wekdal',
  service: 'Layanan',
  applicant: (n) => `Panyuwun ${n}`,
  nikLabel: 'NIK',
  fee: 'Paspor',
  unsureFee: 'Dipuntemtokaken ing kantor',
  total: 'Gunggung wragad',
  totalOf: (money, undecided) =>
    undecided ? `${money}, boten kalebet ${undecided} tiyang ingkang nemtokaken ing kantor` : money,
  changeTime: 'Ewahi jadwal',
  changePeople: 'Ewahi data panyuwun',
  confirm: 'Pendhet antrean',
  confirming: 'Nembe dipundhaftar…',
  unsure: 'Kula dereng saged mesthekaken. Sampun dhaftar malih; nembe kula priksa.',
  unsureChecking: 'Nembe mriksa…',
  checkAgain: 'Priksa malih',
  notBooked: 'Antrean dereng kacathet. Panjenengan saged nyobi malih.',
  help: 'Pitulungan',
};
