import type { Context } from 'hono';
import type { Deps } from '../deps.ts';
import type { App } from '../http/endpoint.ts';
import { errorFields } from '../http/log.ts';
import { asRefusal } from '../http/problem.ts';
import { send } from '../http/send.ts';
import { isoAt } from '../offices/office-time.ts';
import { zoneOf } from './format.ts';
import { weekOf } from './hours.ts';
import { siteIcon } from './icon.ts';
import type { Html } from './layout.ts';
import { loketPage, staffProvider } from './loket-page.ts';
import { readFacts } from './office-facts.ts';
import { officePage } from './office-page.ts';
import { busyPage, officesPage, unknownOfficePage } from './offices-page.ts';
import { builtPolicy, loketPolicy, pagePolicy, referencePolicy, ticketPolicy } from './policy.ts';
import { posterPage } from './poster-page.ts';
import { daysText, privacyPage } from './privacy-page.ts';
import { problemsPage } from './problems-page.ts';
import { referencePage, referenceScript } from './reference.ts';
import { sendFile } from './send-file.ts';
import { siteStyle } from './style.ts';
import { posterStyle } from './style-poster.ts';
import { ticketStyle } from './style-ticket.ts';
import { ticketPage } from './ticket-page.ts';
import { ticketScript } from './ticket-script.ts';
import { widgetVersions } from './widget-versions.ts';
import { type Lang, langOf } from './words.ts';

export interface Asset {
  body: Uint8Array<ArrayBuffer>;
  type: string;
}

/** A file by its public path (`/widget/paspor-antrean.js`), or undefined. */
export type Assets = (path: string) => Promise<Asset | undefined>;

interface Answer {
  html: Html;
  policy?: string;
  /** What the page may use of the device. */
  permissions?: string;
  status?: 200 | 404 | 503;
  seconds?: number;
}

type SiteDeps = Deps & { assets?: Assets };

/** Pages of our own, and files that are not the API: the demo's front page, the widget, the reference's script. */
export const siteRoutes = (app: App, deps: SiteDeps) => {
  const page = (path: string, route: string, make: (lang: Lang, c: Context) => Promise<Answer> | Answer) =>
    app.get(path, async (c) => {
      c.set('route', route);
      const lang = langOf(c.req.query('lang'));
      const {
        html,
        policy = pagePolicy,
        permissions,
        status = 200,
        seconds = 60,
      } = await orWords(deps, route, lang, () => make(lang, c));
      const headers = {
        'content-security-policy': policy,
        ...(permissions && { 'permissions-policy': permissions }),
      };
      if (status === 200) {
        const caching = { 'content-type': 'text/html; charset=utf-8', 'cache-control': `public, max-age=${seconds}` };
        return await send(c, String(await html), { ...headers, ...caching }, deps.pack);
      }
      const retry = status === 503 && { 'retry-after': '5' };
      return c.html(html, status, { ...headers, 'cache-control': 'no-store', ...retry });
    });
  const text = (path: string, type: string, body: string) =>
    app.get(path, (c) => {
      c.set('route', 'file');
      const headers = { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'public, max-age=300' };
      return send(c, body, headers, deps.pack);
    });

  text('/site.css', 'text/css', siteStyle + ticketStyle + posterStyle);
  text('/site.svg', 'image/svg+xml', siteIcon);
  text('/kantor/tiket.js', 'text/javascript', ticketScript);
  text('/docs/start.js', 'text/javascript', referenceScript);

  const origins = [...new Set([...deps.config.ALLOWED_ORIGINS, new URL(deps.config.PUBLIC_URL).origin])];
  page('/kantor', 'officesPage', async (lang) => ({ html: officesPage(await deps.offices.all(), lang) }));
  // As fresh as the availability that it shows, which the contract lets be 7 seconds old.
  page('/kantor/:office', 'officePage', async (lang, c) => ({
    html: officePage(await readFacts(deps, c.req.param('office') ?? ''), lang),
    seconds: 5,
  }));
  page('/kantor/:office/tiket', 'ticketPage', async (lang, c) => ({
    html: ticketPage(await deps.offices.get(c.req.param('office') ?? ''), origins, lang),
    policy: ticketPolicy,
  }));
  const provider = staffProvider(deps.config);
  page('/loket', 'loketPage', () => ({
    html: loketPage(provider),
    policy: loketPolicy(provider?.issuer),
    permissions: 'camera=(self), microphone=(), geolocation=()',
  }));
  page('/kantor/:office/poster', 'posterPage', async (_, c) => {
    const office = await deps.offices.get(c.req.param('office') ?? '');
    const week = weekOf(await deps.offices.hours(office.id));
    const zone = zoneOf(isoAt(deps.clock(), office.timeZone));
    return {
      html: posterPage({ office, week, zone, url: `${deps.config.PUBLIC_URL}/kantor/${office.id}` }),
    };
  });
  page('/privasi', 'privacyPage', async (lang) => ({ html: privacyPage(daysText(await deps.offices.all()), lang) }));
  page('/docs', 'reference', () => ({ html: referencePage(), policy: referencePolicy }));
  page('/docs/problems', 'problemsPage', () => ({ html: problemsPage() }));

  if (deps.assets) widgetVersions(app, deps.assets, deps.pack);
  app.get('*', async (c, next) => {
    const path = new URL(c.req.url).pathname;
    const asset = await deps.assets?.(path);
    if (!asset) return await next();
    const headers = {
      'cache-control': 'public, no-cache',
      ...(asset.type.startsWith('text/html') && {
        'content-security-policy': /^\/(stories|manual)\//.test(path) ? builtPolicy : pagePolicy,
      }),
      // It lies a folder below the page that it keeps.
      ...(path === '/loket/sw.js' && { 'service-worker-allowed': '/loket' }),
    };
    return await sendFile(c, asset, headers, deps.pack);
  });
};

/** Who opens a page gets a page, also when it is not there or the database does not answer. */
const orWords = async (
  deps: SiteDeps,
  route: string,
  lang: Lang,
  make: () => Promise<Answer> | Answer,
): Promise<Answer> => {
  try {
    return await make();
  } catch (error) {
    const { code } = asRefusal(error);
    if (code === 'OFFICE_UNKNOWN') return { html: unknownOfficePage(await deps.offices.all(), lang), status: 404 };
    if (code !== 'OVERLOADED') throw error;
    deps.log({ level: 'error', event: 'failure', route, code, ...errorFields(error) });
    return { html: busyPage(lang), status: 503 };
  }
};
