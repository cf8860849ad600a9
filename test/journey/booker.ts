import { WidgetPage } from '@paspor-antrean/client/testing/playwright';
import type { Locator, Page, Response } from 'playwright-core';
import type { Strings } from '../../packages/widget/src/i18n/strings.ts';

/** What stands on the screen, which is not all that stands in the document. */
export const textOf = (locator: Locator): Promise<string> => locator.innerText();

/** Someone who books in the widget, and whose page is watched meanwhile. */
export class Booker extends WidgetPage {
  declare readonly t: Strings;
  /** Console errors, uncaught errors, policy violations and requests to other hosts, as they come. */
  readonly faults: string[];

  constructor(page: Page, t: Strings, faults: string[]) {
    super(page, t);
    this.faults = faults;
  }

  /** The next answer to a write or a read whose path ends so. */
  answer(path: RegExp, method = 'POST'): Promise<Response> {
    return this.page.waitForResponse((it) => it.request().method() === method && path.test(new URL(it.url()).pathname));
  }

  /** What has focus, also inside the element. */
  focused(): Locator {
    return this.page.locator('*:focus').last();
  }

  async close(): Promise<void> {
    // What is fetched ahead may still be on its way through a route.
    if (!this.page.isClosed()) await this.page.unrouteAll({ behavior: 'ignoreErrors' });
    await this.page.context().close();
  }
}
