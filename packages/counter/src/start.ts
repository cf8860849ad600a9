import { createCounterClient } from '@paspor-antrean/client/counter';
import { createDesk, resumeDesk } from './desk/desk.ts';
import { createEntrance } from './entrance.ts';
import { install } from './installed.ts';
import { PasporLoket } from './paspor-loket.ts';
import { beginSignIn, finishSignIn, readDevelopmentToken, refresh } from './sign-in/sign-in.ts';

customElements.define('paspor-loket', PasporLoket);

declare global {
  interface HTMLElementTagNameMap {
    'paspor-loket': PasporLoket;
  }
}

const element = document.querySelector('paspor-loket');
if (element) {
  const { issuer, clientId, audience, officeClaim = 'office', roleClaim = 'role' } = element.dataset;
  const provider = issuer && clientId ? { issuer, clientId, ...(audience && { audience }) } : null;
  const client = createCounterClient({ baseUrl: location.origin });
  const parts = { createDesk, resumeDesk, beginSignIn, finishSignIn, readDevelopmentToken, refresh };
  const entrance = createEntrance({ provider, officeClaim, roleClaim }, client, parts);
  element.entrance = entrance;
  // A link with a development token, opened where the page is open already.
  addEventListener('hashchange', () => {
    if (location.hash.startsWith('#token=')) element.entrance = entrance;
  });
  // Without it the page works as long as there is a network.
  install((renew) => element.offerRenewal(renew)).catch(() => {});
}
