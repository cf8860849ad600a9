import { html, type TemplateResult } from 'lit/html.js';
import { qrCode } from './qr-code.ts';

/** Dark modules of each row as runs, which keeps the path a third as long as one square per module. */
const pathOf = (rows: readonly string[]): string =>
  rows
    .flatMap((row, y) =>
      [...row.matchAll(/1+/g)].map(({ 0: run, index }) => `M${index} ${y}h${run.length}v1H${index}z`),
    )
    .join('');

/** Row by row, `0` and `1` (dark), without the quiet edge. */
export const modulesOf = (text: string): { size: number; modules: string } => {
  const rows = qrCode(text);
  return { size: rows.length, modules: rows.join('') };
};

let last: { text: string; size: number; path: string } | undefined;

/** A QR code with the four quiet modules it needs, dark on white in every theme so that every scanner reads it. */
export const qr = (text: string, label: string): TemplateResult => {
  if (last?.text !== text) {
    const rows = qrCode(text);
    last = { text, size: rows.length, path: pathOf(rows) };
  }
  const edge = last.size + 8;
  return html`<svg class="qr" role="img" aria-label=${label} viewBox="-4 -4 ${edge} ${edge}" shape-rendering="crispEdges">
    <rect x="-4" y="-4" width=${edge} height=${edge} fill="#fff" /><path d=${last.path} fill="#000" />
  </svg>`;
};
