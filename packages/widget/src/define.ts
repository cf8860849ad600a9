import './doctor/on-request.ts';
import type { AntreanEventMap } from './events.ts';
import { PasporAntrean } from './paspor-antrean.ts';

const registry: CustomElementRegistry | undefined = globalThis.customElements;
// The same script may stand on a page twice; the first one to come serves all tags. On a server there is nothing to do.
if (!registry?.get('paspor-antrean')) registry?.define('paspor-antrean', PasporAntrean);

declare global {
  interface HTMLElementTagNameMap {
    'paspor-antrean': PasporAntrean;
  }
  interface HTMLElementEventMap extends AntreanEventMap {}
}

export { PasporAntrean };
