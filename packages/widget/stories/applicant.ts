import type { Booking, Applicant as Person } from '@paspor-antrean/client';
import { createAntreanClient } from '@paspor-antrean/client';
import { newBooking } from '@paspor-antrean/contract/examples';
import { expect, fireEvent, userEvent, waitFor, within } from 'storybook/test';
import type { PasporAntrean } from '../src/define.ts';
import type { Strings } from '../src/i18n/strings.ts';
import type { Stage } from './stage.ts';

type Role = 'button' | 'checkbox' | 'grid' | 'heading' | 'radio' | 'region' | 'searchbox';
type Name = string | RegExp;

const patience = { timeout: 5000 };

/** The family of the contract's example. */
export const family: Person[] = newBooking.applicants;
const [budi] = family as [Person];

/** Someone who uses the widget by what it says: every control is found by its role and its name. */
export class Applicant {
  readonly element: PasporAntrean;
  readonly stage: Stage;
  readonly t: Strings;

  constructor(element: PasporAntrean, stage: Stage, t: Strings) {
    this.element = element;
    this.stage = stage;
    this.t = t;
  }

  get fake() {
    return this.stage.fake;
  }

  get #root(): HTMLElement {
    const root = this.element.shadowRoot?.querySelector<HTMLElement>('[part=antrean]');
    if (!root) throw new Error('The element has not drawn anything yet');
    return root;
  }

  get screen() {
    return within(this.#root);
  }

  find(role: Role, name: Name): Promise<HTMLElement> {
    return this.screen.findByRole(role, { name }, patience);
  }

  async press(name: Name): Promise<void> {
    await userEvent.click(await this.find('button', name));
  }

  async sees(text: Name): Promise<void> {
    await this.screen.findAllByText(text, undefined, patience);
  }

  async isWarned(text: string): Promise<void> {
    await waitFor(
      () =>
        expect(
          this.screen
            .getAllByRole('alert')
            .map((one) => one.textContent)
            .join(),
        ).toContain(text),
      patience,
    );
  }

  async isBusy(): Promise<void> {
    await waitFor(() => expect(this.element.shadowRoot?.querySelector('[aria-busy="true"]')).not.toBeNull(), patience);
  }

  async at(step: PasporAntrean['step']): Promise<void> {
    await waitFor(() => expect(this.element.step).toBe(step), patience);
  }

  async fill(label: string, text: string, among: HTMLElement = this.#root): Promise<void> {
    const field = await within(among).findByLabelText(label, undefined, patience);
    await userEvent.click(field);
    await fireEvent.input(field, { target: { value: text } });
  }

  async fillDate(birthOn: string, among?: HTMLElement): Promise<void> {
    const [year = '', month = '', day = ''] = birthOn.split('-');
    await this.fill(this.t.people.day, day, among);
    await this.fill(this.t.people.month, month, among);
    await this.fill(this.t.people.year, year, among);
  }

  /** From the opened page to the choice of service. */
  async seekService(): Promise<void> {
    await waitFor(() => expect(this.element.step).not.toBe('loading'), patience);
    if (this.element.step === 'office') await this.press(/Kantor Imigrasi Bandung/);
    await this.at('service');
  }

  /** From the opened page to the step of times, whose answer may be on its way. */
  async askForTimes(people: readonly Person[] = [budi]): Promise<void> {
    const { service } = this.t;
    await this.seekService();
    await userEvent.click(await this.find('radio', new RegExp(service.newHelp)));
    for (let n = 1; n < people.length; n++) await this.press(service.more);
    await this.press(service.next);
    await this.at('time');
  }

  /** From the opened page to the offer of times. */
  async seekTime(people?: readonly Person[]): Promise<void> {
    const { time } = this.t;
    await this.askForTimes(people);
    await this.sees(new RegExp(`^(${time.earliest}|${time.fullOffice})$`));
  }

  async holdEarliest(people: readonly Person[] = [budi]): Promise<void> {
    await this.seekTime(people);
    await this.press(this.t.time.take);
    await this.at('people');
  }

  async fillIn(people: readonly Person[] = [budi]): Promise<void> {
    const { t } = this;
    for (const [at, { name, nik, birthOn, relation, passportType = '' }] of people.entries()) {
      const form = await this.find('region', t.people.person(at + 1, people.length));
      await this.fill(t.people.name, name, form);
      await this.fill(t.people.nik, nik, form);
      await this.fillDate(birthOn, form);
      const choose = (label: string, value: string) =>
        userEvent.selectOptions(within(form).getByLabelText(label), value);
      await choose(t.people.relation, relation);
      await choose(t.people.passport, passportType);
    }
    await this.fill(t.people.phone, newBooking.contact.phone);
    const guardian = this.screen.queryByRole('checkbox');
    if (guardian) await userEvent.click(guardian);
  }

  async reachReview(people?: readonly Person[]): Promise<void> {
    await this.holdEarliest(people);
    await this.fillIn(people);
    await this.press(this.t.people.next);
    await this.at('review');
  }

  async book(people?: readonly Person[]): Promise<void> {
    await this.reachReview(people);
    await this.press(this.t.review.confirm);
    await this.at('ticket');
  }

  /** A booking made before, at Bandung, on a day from which it can still be moved. */
  async booked(applicants: readonly Person[] = [budi]): Promise<Booking> {
    const antrean = createAntreanClient({ baseUrl: this.stage.api });
    const party = applicants.length;
    const hold = await antrean.holdSlot({ office: 'bandung', service: 'new', slot: '2026-12-03T09:00', party });
    const visit = { ...newBooking, applicants: [...applicants] };
    return await antrean.bookHold({ office: 'bandung', token: hold.token, ...visit });
  }

  async openLookup(): Promise<void> {
    await this.press(this.t.manage.open);
    await this.at('lookup');
  }

  async fillLookup(code: string, { nik, birthOn }: Person = budi): Promise<void> {
    const { t } = this;
    const office = this.screen.queryByLabelText(t.manage.lookupOffice);
    if (office) await userEvent.selectOptions(office, 'bandung');
    await this.fill(t.manage.code, code);
    await this.fill(t.manage.last4, nik.slice(-4));
    await this.fillDate(birthOn);
  }

  /** From the opened page to a booking found. */
  async manage(applicants?: readonly Person[]): Promise<Booking> {
    const booking = await this.booked(applicants);
    await this.openLookup();
    await this.fillLookup(booking.code);
    await this.press(this.t.manage.find);
    await this.at('manage');
    return booking;
  }

  /** All these were asked of the API, in this order, and nothing since. */
  async asked(...names: readonly string[]): Promise<void> {
    await waitFor(() => expect(this.fake.calls.slice(-names.length)).toEqual(names), patience);
  }

  /** Turns the open calendar to a month that lies ahead. */
  async showMonth(month: string): Promise<void> {
    await this.find('grid', /./);
    const shows = () => this.element.shadowRoot?.querySelector(`[data-on^="${month}"]`);
    for (let turns = 0; !shows() && turns < 3; turns++) await this.press(this.t.time.nextMonth);
  }

  /** The other times as a list, from the month given. */
  async listTimes(month: string): Promise<void> {
    const { time, format } = this.t;
    await this.press(time.other);
    await this.press(time.asList);
    const shows = () => this.screen.queryByRole('heading', { name: format.month(month) });
    for (let turns = 0; !shows() && turns < 3; turns++) await this.press(time.nextMonth);
  }

  /** In the open calendar or list, a day by its date. */
  async pickDay(on: string): Promise<void> {
    const day = this.element.shadowRoot?.querySelector(`[data-on="${on}"]`);
    if (!day) throw new Error(`${on} is not in the month that shows`);
    await userEvent.click(day);
  }

  /** From a booking found to the question whether it is to be moved. */
  async chooseMove(): Promise<void> {
    await this.press(this.t.manage.move);
    await this.press(this.t.time.other);
    await this.showMonth('2026-12');
    await this.pickDay('2026-12-04');
    await this.find('heading', this.t.time.hoursOf(this.t.format.day('2026-12-04')));
    const [first] = await this.screen.findAllByRole('listitem', undefined, patience);
    if (first) await userEvent.click(within(first).getByRole('button'));
    await this.at('move');
  }
}
