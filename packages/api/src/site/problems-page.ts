import { type ProblemCode, problemHelp, problemStatus } from '@paspor-antrean/contract';
import { html } from 'hono/html';
import { type Html, layout } from './layout.ts';

/** The contract writes code in backticks. */
const withCode = (text: string): Html =>
  html`${text.split('`').map((part, at) => (at % 2 === 1 ? html`<code>${part}</code>` : part))}`;

const reasons: Record<number, string> = {
  401: 'No valid token',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Wrong verb',
  409: 'In conflict with how things stand',
  410: 'Gone',
  412: 'Changed meanwhile',
  413: 'Too large',
  415: 'Wrong media type',
  422: 'Invalid input',
  429: 'Too often',
  500: 'Our fault',
  503: 'Busy',
};

const byStatus = (): [status: number, codes: ProblemCode[]][] => {
  const groups = new Map<number, ProblemCode[]>();
  for (const code of Object.keys(problemHelp) as ProblemCode[]) {
    const status = problemStatus[code];
    groups.set(status, [...(groups.get(status) ?? []), code]);
  }
  return [...groups].sort(([a], [b]) => a - b);
};

/** Where the `type` of every problem points: each code is an id on this page. English, as the codes and titles are. */
export const problemsPage = (): Html => {
  const groups = byStatus();
  const body = html`<h1>Problem codes</h1>
<p class="lead">Every refusal of the API is <code>application/problem+json</code> (RFC 9457). Its <code>code</code> comes
from this closed list and its <code>type</code> is the address of an entry below. Nothing that was sent is echoed.</p>
<p>See also the <a href="/docs">API reference</a> and <a href="/openapi.json">openapi.json</a>.</p>
<ul class="jump">${groups.map(([status]) => html`<li><a href="#status-${status}">${status}</a></li>`)}</ul>
${groups.map(
  ([status, codes]) => html`<section class="problems" aria-labelledby="status-${status}">
<h2 id="status-${status}">${status} <span class="quiet">${reasons[status] ?? ''}</span></h2>
${codes.map((code) => {
  const [title, advice] = problemHelp[code];
  return html`<article id="${code}"><h3><a href="#${code}"><code>${code}</code></a></h3>
<p class="strong">${title}</p><p>${withCode(advice)}</p></article>`;
})}
</section>`,
)}`;
  return layout({
    lang: 'en',
    title: 'Problem codes',
    description: 'Every problem code of the paspor-antrean API.',
    body,
  });
};
