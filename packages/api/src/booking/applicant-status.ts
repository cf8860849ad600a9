export type ApplicantState = 'booked' | 'arrived' | 'served' | 'missed' | 'cancelled';

/** The least finished of the people who are still coming says how far the booking is. */
const order: readonly ApplicantState[] = ['booked', 'arrived', 'served', 'missed'];

/** A booking's status is that of its applicants: cancelled when all are. */
export const bookingStatus = (applicants: readonly { status: ApplicantState }[]): ApplicantState =>
  order.find((status) => applicants.some((applicant) => applicant.status === status)) ?? 'cancelled';
