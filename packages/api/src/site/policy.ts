/** What every page of ours forbids, whatever else it needs. */
const closed = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/**
 * The policy of our own pages, the one that hosts are told to use: nothing but our own scripts, styles and API, and
 * no HTML from strings except lit-html's own templates.
 */
export const pagePolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; base-uri 'none'; " +
  "form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types lit-html";

/** The ticket holds names: its page can reach no network at all, and make no HTML from any string. */
export const ticketPolicy = `${closed}; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'`;

/**
 * The counter's page: also the provider where its staff sign in, and the one address of its service worker, which its
 * own policy `loket` lets pass.
 */
export const loketPolicy = (provider?: string): string =>
  `${closed}; script-src 'self'; style-src 'self'; connect-src 'self'${provider ? ` ${new URL(provider).origin}` : ''}; ` +
  "img-src 'self'; manifest-src 'self'; worker-src 'self'; require-trusted-types-for 'script'; trusted-types lit-html loket";

/**
 * Swagger UI sets `style` attributes, draws its icons from data: addresses in its style sheet, and writes rendered
 * Markdown as HTML without a Trusted Types policy of its own. It shows nothing but our own `/openapi.json`.
 */
export const referencePolicy = `${closed}; script-src 'self'; style-src 'self' 'unsafe-inline'; connect-src 'self'; img-src 'self' data:`;

/**
 * Storybook and VitePress write scripts and styles into their pages, and Storybook shows the stories in a frame of one.
 * Both are there only where someone built them, and may talk to nobody but this origin; the API of the stories is in
 * memory.
 */
export const builtPolicy =
  "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; font-src 'self'; " +
  "img-src 'self' data:; connect-src 'self'; frame-src 'self'; frame-ancestors 'self'; base-uri 'none'; form-action 'none'";
