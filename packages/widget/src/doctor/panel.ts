import type { Finding } from './findings.ts';
import { type DoctorWords, sayFinding } from './words.ts';

const css = `:host { all: initial; display: block; color-scheme: light; margin: 16px; padding: 20px; border: 3px solid #0b4a6b;
  border-radius: 12px; background: #fff; color: #16222c; font: 16px/1.5 system-ui, sans-serif; overflow-wrap: anywhere }
h2 { margin: 0 0 8px; font-size: 20px } p { margin: 0 } ol { margin: 12px 0 0; padding-left: 24px } li + li { margin-top: 16px }
pre { margin: 6px 0 0; padding: 10px 12px; border-radius: 8px; background: #f3f6f8; font: 14px/1.5 ui-monospace, monospace;
  white-space: pre-wrap; user-select: all }`;

const make = (parent: Node, name: string, text = ''): HTMLElement => {
  const made = document.createElement(name);
  made.textContent = text;
  parent.appendChild(made);
  return made;
};

/** A box at the top of the page. Without Lit, because the doctor comes also where Lit cannot. */
export const openPanel = (words: DoctorWords, lang: string): ((findings: readonly Finding[]) => void) => {
  const box = document.createElement('div');
  box.id = 'antrean-doctor';
  box.lang = lang;
  const root = box.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [sheet];
  const section = make(root, 'section');
  section.setAttribute('aria-label', words.title);
  document.body.prepend(box);
  return (findings) => {
    section.replaceChildren();
    make(section, 'h2', words.title);
    make(section, 'p', findings.length > 0 ? words.count(findings.length) : words.clean).setAttribute('role', 'status');
    const list = findings.length > 0 ? make(section, 'ol') : undefined;
    for (const finding of findings) {
      const [text, copy] = sayFinding(words, finding);
      const item = make(list ?? section, 'li', text);
      if (copy) make(item, 'pre', copy);
      console.warn(`antrean-doctor: ${text}${copy ? `\n${copy}` : ''}`);
    }
  };
};
