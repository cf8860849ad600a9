import type { Controller, ControllerHost } from './controller.ts';

/** Two tags for the same office on one page keep a draft each. */
const inUse = new Set<string>();

/** What one tag knows of the applicant before it: the name of their entry in the tab's storage, and the clocks. */
export class Session implements Controller {
  /** Nothing is kept before `open`, nor while the tag stands nowhere. */
  name = '';
  /** The applicant's last move, by the device's clock; 0: none since the page was opened. */
  touchedAt = 0;
  /** The last move before the page was opened again. */
  keptAt = 0;
  /** How far the server's clock is ahead of the device's, which on cheap phones is often minutes wrong. */
  aheadMs = 0;
  #wanted = '';

  constructor(host: ControllerHost) {
    host.addController(this);
  }

  /** What was kept for these offices of this API; nothing where storage is forbidden. */
  open(wanted: string): string | null {
    this.hostDisconnected();
    this.#wanted = `paspor-antrean ${wanted}`;
    this.touchedAt = this.keptAt = this.aheadMs = 0;
    this.hostConnected();
    try {
      return sessionStorage.getItem(this.name);
    } catch {
      return null;
    }
  }

  hostConnected(): void {
    this.name = this.#wanted;
    while (inUse.has(this.name)) this.name += '+';
    inUse.add(this.name);
  }

  hostDisconnected(): void {
    inUse.delete(this.name);
    this.name = '';
  }
}
