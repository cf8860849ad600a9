import { html } from 'hono/html';
import type { Config } from '../config.ts';
import type { Html } from './layout.ts';

/** Where staff sign in. The page reads it from the element's attributes. */
export interface StaffProvider {
  issuer: string;
  clientId: string;
  audience?: string | undefined;
  officeClaim: string;
  roleClaim: string;
}

/** Of the settings; none: development tokens alone. */
export const staffProvider = (config: Config): StaffProvider | undefined => {
  const { STAFF_ISSUER: issuer, STAFF_CLIENT_ID: clientId, STAFF_AUDIENCE: audience } = config;
  const claims = { officeClaim: config.STAFF_OFFICE_CLAIM, roleClaim: config.STAFF_ROLE_CLAIM };
  return issuer && clientId ? { issuer, clientId, audience, ...claims } : undefined;
};

/** The frame of `<paspor-loket>`. It is kept by its service worker, so it says nothing of anyone. */
export const loketPage = (provider: StaffProvider | undefined): Html => html`<!doctype html>
<html lang="id">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="theme-color" content="#0b4a6b">
<meta name="robots" content="noindex">
<title>Loket – Antrean Paspor</title>
<link rel="icon" href="/loket/icon.svg" type="image/svg+xml">
<link rel="apple-touch-icon" href="/loket/icon-192.png">
<link rel="manifest" href="/loket/manifest.webmanifest">
<link rel="stylesheet" href="/loket/page.css">
<script type="module" src="/loket/loket.js"></script>
</head>
<body>
${provider ? tag(provider) : html`<paspor-loket></paspor-loket>`}
<noscript>Halaman loket memerlukan JavaScript. The counter’s page needs JavaScript.</noscript>
</body>
</html>`;

const tag = ({ issuer, clientId, audience, officeClaim, roleClaim }: StaffProvider) =>
  html`<paspor-loket data-issuer="${issuer}" data-client-id="${clientId}" data-audience="${audience ?? ''}" data-office-claim="${officeClaim}" data-role-claim="${roleClaim}"></paspor-loket>`;
