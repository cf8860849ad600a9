import type { Applicant } from '@paspor-antrean/contract';
import type { Locator, Page } from 'playwright-core';

/** What the widget says where it is operated: a part of what `@paspor-antrean/widget/words/id` and its like give. */
export interface WidgetWords {
  office: { heading: string };
  service: { heading: string; newHelp: string; renewalHelp: string; more: string; next: string };
  time: {
    heading: string;
    earliest: string;
    take: string;
    fullOffice: string;
    nextMonth: string;
    hoursOf: (day: string) => string;
  };
  people: {
    heading: string;
    person: (n: number, of: number) => string;
    name: string;
    nik: string;
    day: string;
    month: string;
    year: string;
    relation: string;
    relations: Record<Applicant['relation'], string>;
    passport: string;
    phone: string;
    guardian: string;
    next: string;
  };
  review: { heading: string; confirm: string };
  ticket: { heading: string; queueCode: string; queueCodes: string; qr: (code: string) => string };
  manage: {
    open: string;
    lookupHeading: string;
    lookupOffice: string;
    code: string;
    last4: string;
    find: string;
    heading: string;
  };
}

/** Who books what where. */
export interface Family {
  /** The office as the list names it. Default: Kantor Imigrasi Bandung. null: the tag names one office, so none is asked. */
  office?: RegExp | null;
  /** Default `new`. */
  service?: 'new' | 'renewal';
  /** At least one; made-up people only. */
  people: readonly Applicant[];
}

/**
 * Someone who books in the widget of a page by what it says: every control is found by its role and its name, as a
 * screen reader finds it. Playwright's own patience and errors are theirs.
 *
 * ```ts
 * await page.goto('http://localhost:8787/');
 * const { code, queueCodes } = await new WidgetPage(page, id).book({ people: [fakePerson(1)] });
 * ```
 */
export class WidgetPage {
  readonly page: Page;
  /** The words of the widget's language on that page. */
  readonly t: WidgetWords;

  constructor(page: Page, words: WidgetWords) {
    this.page = page;
    this.t = words;
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  press(name: string | RegExp): Promise<void> {
    return this.button(name).click();
  }

  /** Waits until the step with this heading shows. */
  async at(heading: string): Promise<void> {
    await this.page.getByRole('heading', { level: 2, name: heading, exact: true }).waitFor();
  }

  async sees(text: string | RegExp): Promise<void> {
    await this.page.getByText(text).first().waitFor();
  }

  /** From the opened page to the offer of times. */
  async seekTime({ office = /Kantor Imigrasi Bandung/, service = 'new', people }: Family): Promise<void> {
    const { t } = this;
    if (office) {
      await this.at(t.office.heading);
      await this.press(office);
    }
    await this.at(t.service.heading);
    await this.page.getByRole('radio', { name: service === 'new' ? t.service.newHelp : t.service.renewalHelp }).check();
    for (let n = 1; n < people.length; n++) await this.press(t.service.more);
    await this.press(t.service.next);
    await this.at(t.time.heading);
    await this.page
      .getByRole('heading', { name: t.time.earliest })
      .or(this.page.getByText(t.time.fullOffice))
      .waitFor();
  }

  async takeEarliest(): Promise<void> {
    await this.press(this.t.time.take);
    await this.at(this.t.people.heading);
  }

  /** In the open calendar: a free day that is not the earliest, in the next month where this one has no other. */
  async otherDay(): Promise<void> {
    const days = this.page.getByRole('gridcell').getByRole('button', { disabled: false });
    const earliest = await days.first().getAttribute('data-on');
    if ((await days.count()) === 1) await this.press(this.t.time.nextMonth);
    await days
      .and(this.page.locator(`:not([data-on="${earliest}"])`))
      .first()
      .click();
    await this.page.getByRole('heading', { name: new RegExp(`^${this.t.time.hoursOf('')}`) }).waitFor();
  }

  /** The fields of one person; `n` counts from 1. */
  form(n: number, of: number): Locator {
    return this.page.getByRole('region', { name: this.t.people.person(n, of), exact: true });
  }

  async fillIn(people: readonly Applicant[]): Promise<void> {
    const { t } = this;
    for (const [at, known] of people.entries()) {
      const form = this.form(at + 1, people.length);
      await form.getByLabel(t.people.name).fill(known.name);
      await form.getByLabel(t.people.nik).fill(known.nik);
      await this.fillDate(form, known.birthOn);
      await form.getByLabel(t.people.relation).selectOption(t.people.relations[known.relation]);
      if (known.passportType) await form.getByLabel(t.people.passport).selectOption(known.passportType);
    }
    await this.page.getByLabel(t.people.phone).fill('0812 0000 0001');
    const guardian = this.page.getByRole('checkbox', { name: t.people.guardian });
    if (await guardian.isVisible()) await guardian.check();
  }

  /** A day as `1990-05-12` into its three fields. */
  async fillDate(within: Locator, birthOn: string): Promise<void> {
    const [year = '', month = '', day = ''] = birthOn.split('-');
    await within.getByLabel(this.t.people.day, { exact: true }).fill(day);
    await within.getByLabel(this.t.people.month, { exact: true }).fill(month);
    await within.getByLabel(this.t.people.year, { exact: true }).fill(year);
  }

  /** From the opened page to the review, with the earliest time. */
  async reachReview(family: Family): Promise<void> {
    await this.seekTime(family);
    await this.takeEarliest();
    await this.fillIn(family.people);
    await this.press(this.t.people.next);
    await this.at(this.t.review.heading);
  }

  /** From the opened page to the ticket. */
  async book(family: Family): Promise<{ code: string; queueCodes: string[] }> {
    await this.reachReview(family);
    await this.press(this.t.review.confirm);
    return await this.readTicket();
  }

  /** The booking's code, and one queue code for each person. */
  async readTicket(heading: string = this.t.ticket.heading): Promise<{ code: string; queueCodes: string[] }> {
    await this.at(heading);
    const { queueCode, queueCodes, qr } = this.t.ticket;
    const codes = this.page.getByRole('region', { name: new RegExp(`^(${queueCode}|${queueCodes})$`) });
    const title = await this.page.getByRole('img', { name: qr('') }).getAttribute('aria-label');
    return {
      code: (title ?? '').slice(-9).replace(' ', ''),
      queueCodes: await codes.getByRole('strong').allInnerTexts(),
    };
  }

  async fillLookUp(code: string, { nik, birthOn }: Pick<Applicant, 'nik' | 'birthOn'>): Promise<void> {
    const { t, page } = this;
    const office = page.getByLabel(t.manage.lookupOffice);
    if (await office.isVisible()) await office.selectOption('bandung');
    await page.getByLabel(t.manage.code).fill(code);
    await page.getByLabel(t.manage.last4).fill(nik.slice(-4));
    await this.fillDate(page.locator('body'), birthOn);
  }

  /** From a step with the link at its foot to the booking found. */
  async lookUp(code: string, known: Pick<Applicant, 'nik' | 'birthOn'>): Promise<void> {
    const { t } = this;
    await this.press(t.manage.open);
    await this.at(t.manage.lookupHeading);
    await this.fillLookUp(code, known);
    await this.press(t.manage.find);
    await this.at(t.manage.heading);
  }
}
