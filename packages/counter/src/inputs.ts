import { pictureIn } from './camera/picture.ts';

interface Heard {
  /** A letter or digit that no field takes. */
  readonly typed: () => void;
  readonly escaped: () => void;
  readonly picture: (file: File) => void;
  readonly hidden: () => void;
}

/** Elements that make something of keys themselves. */
const takesKeys = 'input:not([type=radio], [type=checkbox], [type=file]), textarea, select, dialog[open] *';

/** What reaches the page from anywhere on it. Gives what ends the listening. */
export const listen = (host: HTMLElement & { readonly renderRoot: ShadowRoot }, heard: Heard): (() => void) => {
  const off = new AbortController();
  const { signal } = off;
  document.addEventListener(
    'keydown',
    (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      const isAsking = host.renderRoot.querySelector('dialog[open]') !== null;
      if (isAsking) return;
      if (event.key === 'Escape') heard.escaped();
      // A space presses the button that has the focus.
      else if (/^[^\s]$/u.test(event.key) && !host.renderRoot.activeElement?.matches(takesKeys)) heard.typed();
    },
    { signal },
  );
  document.addEventListener('paste', (event) => give(event, event.clipboardData), { signal });
  document.addEventListener('dragover', (event) => event.preventDefault(), { signal });
  document.addEventListener('drop', (event) => give(event, event.dataTransfer), { signal });
  document.addEventListener('visibilitychange', () => document.hidden && heard.hidden(), { signal });
  addEventListener('pagehide', heard.hidden, { signal });

  const give = (event: Event, data: DataTransfer | null) => {
    const file = pictureIn(data);
    // What is dropped would else be opened in place of the page.
    if (file || event.type === 'drop') event.preventDefault();
    if (file) heard.picture(file);
  };
  return () => off.abort();
};
