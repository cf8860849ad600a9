import type {
  Applicant,
  ApplicantProblemCode,
  FieldCode,
  OfficeSummary,
  PassportType,
  ProblemCode,
  Service,
} from '@paspor-antrean/client';
import type { Format } from './format.ts';

/** All that one language says. Each language implements it whole; a forgotten string does not compile. */
export interface Strings {
  readonly lang: string;
  readonly format: Format;
  readonly common: CommonStrings;
  readonly office: OfficeStrings;
  readonly service: ServiceStrings;
  readonly time: TimeStrings;
  readonly people: PeopleStrings;
  readonly review: ReviewStrings;
  readonly ticket: TicketStrings;
  readonly manage: ManageStrings;
  /** A sentence for each refusal that the API can give. */
  /** A counter's refusals have no words here; nor have those that are newer than this build. */
  readonly problems: Readonly<Record<ApplicantProblemCode, string> & Partial<Record<ProblemCode, string>>>;
}

/** A chapter's share of a language. */
export type Words = { readonly [S in keyof Strings]?: Partial<Strings[S]> };

export interface CommonStrings {
  title: string;
  noTout: string;
  progress: (step: number, of: number) => string;
  back: string;
  change: string;
  retry: string;
  loading: string;
  loadFailed: string;
  offline: string;
  /** A newer build is there, and this page cannot go on. */
  renewed: string;
  reload: string;
  nothingBooked: string;
  nothingYet: string;
  changeUnsure: string;
  /** `unasked`: we do, the applicant need not. */
  retryIn: (seconds: number, unasked: boolean) => string;
  slow: string;
  forgot: string;
  errorTitle: string;
  required: string;
  people: (count: number) => string;
  service: Readonly<Record<Service, string>>;
  holdTitle: string;
  holdExtend: string;
  holdResume: string;
  holdWarning: (minutes: number, extendable: boolean) => string;
  holdExtended: string;
  opensNewTab: string;
}

export interface OfficeStrings {
  heading: string;
  search: string;
  near: string;
  nearHelp: string;
  nearFailed: string;
  nearNote: string;
  any: string;
  kind: Readonly<Record<OfficeSummary['kind'], string>>;
  found: (count: number) => string;
  none: string;
  more: (count: number) => string;
  distance: (km: number) => string;
}

export interface ServiceStrings {
  heading: string;
  question: string;
  questionHelp: string;
  new: string;
  newHelp: string;
  renewal: string;
  renewalHelp: string;
  party: string;
  partyHelp: (max: number) => string;
  fewer: string;
  more: string;
  next: string;
  whoNeedNot: string;
  priority: string;
  lost: string;
  chooseService: string;
  notOpen: string;
}

export interface TimeStrings {
  heading: string;
  moveHeading: string;
  earliest: string;
  take: string;
  moveTake: string;
  taking: string;
  other: string;
  hideOther: string;
  showAs: string;
  asCalendar: string;
  asList: string;
  left: (count: number) => string;
  zone: (zone: string) => string;
  previousMonth: string;
  nextMonth: string;
  pickDay: string;
  legend: string;
  cell: { full: string; holiday: string; closed: string; later: string };
  hoursOf: (day: string) => string;
  full: string;
  takeHour: string;
  now: string;
  fullDay: (next: string | undefined) => string;
  goTo: (day: string) => string;
  fullOffice: string;
  fullUntil: string;
  opens: (day: string, time: string) => string;
  elsewhere: string;
  elsewhereAt: (name: string, km: number) => string;
  alternatives: string;
  holiday: (name: string) => string;
  closed: Readonly<Record<'weekend' | 'no-hours' | 'too-late' | 'office-not-open' | 'other', string>>;
  notReleased: (day: string | undefined, time: string | undefined) => string;
  notOffered: string;
  expired: string;
  tooFew: (count: number) => string;
}

export interface PeopleStrings {
  heading: string;
  intro: string;
  restored: string;
  person: (n: number, of: number) => string;
  name: string;
  nameHelp: string;
  nik: string;
  nikHelp: string;
  /** Instead of `nikHelp` where the page was reloaded. */
  nikAgain: string;
  born: string;
  bornHelp: string;
  day: string;
  month: string;
  year: string;
  relation: string;
  relationChoose: string;
  relations: Readonly<Record<Applicant['relation'], string>>;
  passport: string;
  passportUnsure: string;
  passports: Readonly<Record<PassportType, string>>;
  tenYears: string;
  remove: (n: number) => string;
  removeShort: string;
  add: (n: number, max: number) => string;
  contact: string;
  phone: string;
  phoneHelp: string;
  email: string;
  emailShort: string;
  emailHelp: string;
  guardian: string;
  privacy: (days: number) => string;
  privacyLink: string;
  next: string;
  disagrees: string;
  /** What is wrong with a field, and what to do; `digits` is how many digits a NIK has now. */
  fault: (field: FieldKind, code: FieldCode, digits: number) => string;
}

export type FieldKind =
  | 'name'
  | 'nik'
  | 'birthOn'
  | 'relation'
  | 'phone'
  | 'email'
  | 'guardian'
  | 'office'
  | 'code'
  | 'nikLast4'
  | 'other';

export interface ReviewStrings {
  heading: string;
  visit: string;
  office: string;
  when: string;
  service: string;
  applicant: (n: number) => string;
  nikLabel: string;
  fee: string;
  unsureFee: string;
  /** What all passports cost; `undecided`: how many people chose none yet. */
  total: string;
  totalOf: (money: string, undecided: number) => string;
  changeTime: string;
  changePeople: string;
  confirm: string;
  confirming: string;
  unsure: string;
  unsureChecking: string;
  checkAgain: string;
  notBooked: string;
  help: string;
}

export interface TicketStrings {
  heading: string;
  movedHeading: string;
  queueCode: string;
  queueCodes: string;
  each: string;
  booking: string;
  bookingHelp: string;
  qr: (code: string) => string;
  show: string;
  arrive: string;
  far: string;
  where: string;
  map: string;
  bring: string;
  child: string;
  childList: readonly string[];
  fee: string;
  feeNote: string;
  feeUnknown: string;
  calendar: string;
  print: string;
  again: string;
  masked: string;
  documents: Readonly<Record<string, string>>;
}

export interface ManageStrings {
  open: string;
  lookupHeading: string;
  lookupIntro: string;
  lookupOffice: string;
  chooseOffice: string;
  code: string;
  codeHelp: string;
  last4: string;
  last4Help: string;
  find: string;
  finding: string;
  heading: string;
  status: Readonly<Record<'booked' | 'arrived' | 'served' | 'missed' | 'cancelled', string>>;
  ticket: string;
  move: string;
  moveHelp: (left: number) => string;
  noMoves: string;
  cancel: string;
  cancelOne: (name: string) => string;
  cancelOneShort: string;
  ask: string;
  askOne: (name: string) => string;
  yes: string;
  yesOne: string;
  no: string;
  cancelled: string;
  moveHeading: string;
  from: string;
  to: string;
  moveNow: string;
  moveOnce: string;
  keepTime: string;
  bookAgain: string;
  movedReason: (reason: string) => string;
}
