import { html } from 'hono/html';
import { correction, generate } from 'lean-qr/nano';
import type { Html } from './layout.ts';

/** Modules of white around a code, which a reader needs to find it (ISO/IEC 18004). */
const quiet = 4;

/** A QR code as a drawing, dark on white in any colour scheme; a quarter of it may be lost before it cannot be read. */
export const qrSvg = (text: string, label: string): Html => {
  const code = generate(text, { minCorrectionLevel: correction.Q });
  const size = code.size + 2 * quiet;
  const each = Array.from({ length: code.size }, (_, at) => at);
  const dark = each.flatMap((y) => each.filter((x) => code.get(x, y)).map((x) => `M${x + quiet} ${y + quiet}h1v1h-1z`));
  return html`<svg class="qr" viewBox="0 0 ${size} ${size}" role="img" aria-label="${label}" shape-rendering="crispEdges">
<path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${dark.join('')}"/></svg>`;
};
