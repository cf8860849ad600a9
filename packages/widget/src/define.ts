import './doctor/on-request.ts';
import type { AntreanEventMap } from './events.ts';
import { PasporAntrean } from './paspor-antrean.ts';

// The same script may stand on a page twice; the first one to come serves all tags.
if (!customElements.get('paspor-antrean')) customElements.define('paspor-antrean', PasporAntrean);

declare global {
  interface HTMLElementTagNameMap {
    'paspor-antrean': PasporAntrean;
  }
  interface HTMLElementEventMap extends AntreanEventMap {}
}

export { PasporAntrean };
