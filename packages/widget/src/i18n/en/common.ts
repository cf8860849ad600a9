import type { CommonStrings } from '../strings.ts';

export const common: CommonStrings = {
  title: 'Passport Queue',
  noTout: 'Book it yourself. Staff never charge for a queue number.',
  progress: (step, of) => `Step ${step} of ${of}`,
  back: 'Back',
  change: 'Change',
  retry: 'Try again',
  loading: 'Loading…',
  loadFailed: 'The booking service cannot be opened yet.',
  offline: 'No connection. What you entered is kept on this page.',
  renewed: 'This service was just updated. Reload the page to go on.',
  reload: 'Reload',
  nothingBooked: 'The system does not answer. Nothing was booked yet; try again.',
  nothingYet: 'Nothing was booked yet.',
  changeUnsure: 'We cannot confirm yet that this change was recorded. Try again; repeating it never changes twice.',
  retryIn: (seconds, unasked) =>
    `${unasked ? 'We try again by ourselves' : 'Try again'} in ${seconds < 90 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`}.`,
  slow: 'The network is slow. We are still waiting for an answer; do not book again.',
  forgot: 'What you entered was erased after 30 minutes without activity. Please start again.',
  errorTitle: 'Check these entries',
  required: 'All fields are required unless marked “optional”.',
  people: (count) => (count === 1 ? '1 person' : `${count} people`),
  service: { new: 'New passport', renewal: 'Passport replacement' },
  holdTitle: 'Place held',
  holdExtend: 'Add time',
  holdResume: 'Continue',
  holdWarning: (minutes, extendable) =>
    `${minutes === 1 ? '1 minute' : `${minutes} minutes`} left.${extendable ? ' You can add time once.' : ''}`,
  holdExtended: 'Time was added.',
  opensNewTab: '(new tab)',
};
