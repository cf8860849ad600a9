import { render } from 'lit/html.js';
import { expect, test } from 'vitest';
import { sheets } from '../styles/index.ts';
import { panel } from './verdict-panel.ts';

test.each([
  [['A09-017']],
  [['A0930-017']],
  [['A0930-1017']],
  [['A0930-10017']],
  [['A0930-017', 'A0930-018', 'A0930-1019']],
])('the codes %j are read whole, however narrow the panel', (large) => {
  const host = document.body.appendChild(document.createElement('div'));
  const root = host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = sheets();
  render(panel({ tone: 'yes', title: 'Tiket asli', large, next: 'Cocokkan NIK di KTP.' }), root);
  const box = root.querySelector<HTMLElement>('.verdict');
  for (const width of [260, 320, 463, 700, 1200]) {
    host.style.cssText = `container-type: inline-size; width: ${width}px`;
    expect(box?.scrollWidth).toBeLessThanOrEqual(width);
  }
  host.remove();
});
