import { correction, generate } from 'lean-qr/nano';
import { html, svg, type TemplateResult } from 'lit';

const encode = (text: string) => generate(text, { minCorrectionLevel: correction.M });

/** Row by row, `0` and `1` (dark), without the quiet edge. */
export const modulesOf = (text: string): { size: number; modules: string } => {
  const code = encode(text);
  const at = Array.from({ length: code.size }, (_, each) => each);
  return { size: code.size, modules: at.flatMap((y) => at.map((x) => Number(code.get(x, y)))).join('') };
};

/** Dark modules of each row as runs, which keeps the path a third as long as one square per module. */
export const draw = (text: string) => {
  const code = encode(text);
  let path = '';
  for (let y = 0; y < code.size; y++) {
    for (let x = 0; x < code.size; x++) {
      if (!code.get(x, y)) continue;
      const from = x;
      while (code.get(x + 1, y)) x++;
      path += `M${from} ${y}h${x - from + 1}v1H${from}z`;
    }
  }
  return { size: code.size, path };
};

let last: { text: string; size: number; path: string } | undefined;

/** A QR code with the four quiet modules it needs, dark on white in every theme so that every scanner reads it. */
export const qr = (text: string, label: string): TemplateResult => {
  if (last?.text !== text) last = { text, ...draw(text) };
  const edge = last.size + 8;
  return html`<svg class="qr" role="img" aria-label=${label} viewBox="-4 -4 ${edge} ${edge}" shape-rendering="crispEdges">
    ${svg`<rect x="-4" y="-4" width=${edge} height=${edge} fill="#fff" /><path d=${last.path} fill="#000" />`}
  </svg>`;
};
