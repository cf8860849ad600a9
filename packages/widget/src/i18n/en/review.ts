import type { ReviewStrings } from '../strings.ts';

export const review: ReviewStrings = {
  heading: 'Check your details',
  visit: 'Visit',
  office: 'Office',
  when: 'Time',
  service: 'Service',
  applicant: (n) => `Applicant ${n}`,
  nikLabel: 'NIK',
  fee: 'Passport',
  unsureFee: 'Decided at the office',
  total: 'Total fees',
  totalOf: (money, undecided) =>
    undecided
      ? `${money}, not counting ${undecided === 1 ? '1 person' : `${undecided} people`} deciding at the office`
      : money,
  changeTime: 'Change time',
  changePeople: 'Change applicant details',
  confirm: 'Confirm booking',
  confirming: 'Booking…',
  unsure: 'We cannot confirm yet. Do not book again; we are checking.',
  unsureChecking: 'Checking…',
  checkAgain: 'Check again',
  notBooked: 'Nothing was booked yet. You can try again.',
  help: 'Help',
};
