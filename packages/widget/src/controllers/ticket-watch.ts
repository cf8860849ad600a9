import type { Scene, Watch } from '../chapters/chapter.ts';
import type { FlowEvent, State } from '../flow-state.ts';
import { printable } from '../parts/printable.ts';
import { saveFile } from '../save-file.ts';
import { TicketPrinter } from './ticket-printer.ts';

/** What leaves the page with the applicant: the calendar file and the printed ticket. */
export class TicketWatch implements Watch {
  readonly #printer: TicketPrinter;

  constructor(scene: Scene) {
    this.#printer = new TicketPrinter(scene.host, { baseUrl: scene.baseUrl, lang: () => scene.t().lang });
  }

  moved(_: State, event: FlowEvent, after: State): void {
    if (!('booking' in after)) return;
    const { booking } = after;
    if (event.type === 'print-wanted') this.#printer.print(printable(booking));
    if (event.type === 'answered' && event.name === 'readCalendar')
      saveFile(event.answer, `antrean-${booking.code}.ics`, 'text/calendar');
  }
}
