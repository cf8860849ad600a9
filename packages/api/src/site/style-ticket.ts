/** The sheet and print rules. A4 is what offices' visitors print on. */
export const ticketStyle = `.ticket { max-width: 44rem; padding: 1.25rem; border: 1px solid var(--line); border-radius: 8px; background: var(--soft); }
.ticket[hidden] { display: none; }
.ticket > * { margin-bottom: 1.1rem; }
.ticket > :last-child { margin-bottom: 0; }
.ticket h2 { font-size: 1.05rem; margin-bottom: .35rem; }
.ticket-when { padding: .85rem 1rem; border-left: 5px solid var(--accent); background: var(--ground); }
.ticket-when p, .ticket-code p { margin: 0; }
.big { font-size: clamp(1.25rem, 1rem + 1.5vw, 1.6rem); font-weight: 700; line-height: 1.25; }
.code { font-family: ui-monospace, 'Cascadia Mono', Menlo, Consolas, monospace; letter-spacing: .04em; }
.page .codes { list-style: none; padding: 0; }
.codes li { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 1rem; padding: .35rem 0; border-bottom: 1px solid var(--line); }
.codes strong { font-size: clamp(1.9rem, 1.5rem + 2vw, 2.6rem); line-height: 1.2; }
.ticket-code { display: flex; flex-wrap: wrap; gap: 1rem 1.5rem; align-items: center; }
.ticket-code > div { flex: 1 1 14rem; }
#qr { flex: 0 0 auto; width: 15rem; max-width: 100%; aspect-ratio: 1; background: #fff; }
:where(.page) button {
  font: inherit; font-weight: 600; padding: .7rem 1.6rem; min-height: 2.75rem; border: 0; border-radius: 6px; cursor: pointer;
  background: var(--accent); color: var(--accent-ink);
}
@page { size: A4; margin: 14mm; }
@media print {
  :root { color-scheme: light; --ink: #000; --quiet: #333; --ground: #fff; --soft: #fff; --line: #888; --accent: #000; --accent-ink: #fff; --warm: #fff; --warm-line: #000; }
  body { display: block; min-height: 0; font-size: 10.5pt; line-height: 1.4; }
  .main { max-width: none; padding: 0; }
  .skip, .site-head, .site-foot, .no-print, #waiting, #state, paspor-antrean { display: none; }
  .ticket { max-width: none; padding: 0; border: 0; }
  .ticket > *, .codes li { break-inside: avoid; }
  #qr { width: 52mm; }
  .ticket > * { margin-bottom: 8pt; }
  .ticket-when { padding: 4pt 10pt; }
  .ticket-last { display: grid; grid-template-columns: 3fr 2fr; gap: 16pt; }
  .page li { margin-bottom: 1pt; }
  .ticket > p { margin-bottom: 6pt; }
  .codes li { padding: 1pt 0; }
  .codes strong { font-size: 22pt; }
}
`;
