import type { ServiceStrings } from '../strings.ts';

export const service: ServiceStrings = {
  heading: 'Choose a service',
  question: 'Have you ever had a passport?',
  questionHelp: 'An old passport counts, even if it expired many years ago.',
  new: 'Never',
  newHelp: 'New passport',
  renewal: 'Yes, I have had one',
  renewalHelp: 'Replacement (renewal), including long-expired passports',
  party: 'How many people are coming?',
  partyHelp: (max) => `At most ${max}, of one family. Each person gets their own code.`,
  fewer: 'One person fewer',
  more: 'One person more',
  next: 'Find a time',
  whoNeedNot: 'Who does not need to book?',
  priority:
    'People over 60, under 5, pregnant, disabled or ill may come directly without booking. Priority places are limited; come in the morning.',
  lost: 'Lost or damaged passport? Go directly to the office for an examination (BAP).',
  chooseService: 'First answer whether you have ever had a passport.',
  notOpen: 'Online booking is not open yet at this office.',
};
