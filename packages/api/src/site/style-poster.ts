/** The poster: on the screen as wide as it is, on paper one sheet of A4 within the margins of `style-ticket.ts`. */
export const posterStyle = `.poster { max-width: 48rem; padding: 1.5rem; border: 1px solid var(--line); border-radius: 8px; font-size: 1.125rem; }
.poster > * { margin-bottom: 1.5rem; }
.poster > :last-child { margin-bottom: 0; }
.poster header { border-top: .75rem solid var(--accent); padding-top: 1rem; }
.poster-office { font-weight: 600; color: var(--accent); }
.poster h1 { margin: 0 0 .75rem; font-size: clamp(2.1rem, 1.2rem + 4.5vw, 3.75rem); line-height: 1.05; letter-spacing: -.02em; }
.poster h2 { margin: 0 0 .15rem; font-size: 1.3em; }
.poster-lead { font-size: 1.25em; }
.poster :is(p, ol, ul, figure) { margin: 0; }
.poster-code { display: flex; flex-wrap: wrap; gap: 1.5rem 2rem; align-items: center; }
.poster figure { flex: 0 1 20rem; min-width: 0; }
.poster .qr { display: block; width: 100%; border: 3px solid var(--accent); border-radius: 8px; background: #fff; }
.poster figcaption { margin-top: .5rem; font-weight: 600; text-align: center; overflow-wrap: anywhere; }
.poster ol { flex: 1 1 15rem; display: grid; gap: 1.25rem; padding: 0; list-style: none; counter-reset: step; }
.poster ol li { display: grid; grid-template-columns: 2.4em minmax(0, 1fr); gap: 0 .75em; margin: 0; counter-increment: step; }
.poster ol li > * { grid-column: 2; }
.poster ol li::before {
  content: counter(step); grid-row: 1 / span 2; width: 1.5em; height: 1.5em; border: .12em solid var(--accent); border-radius: 50%;
  color: var(--accent); font-size: 1.5em; font-weight: 700; line-height: 1.3; text-align: center;
}
.poster-free { padding: 1rem 1.25rem; border: 3px solid var(--accent); border-radius: 8px; }
.poster footer { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 17rem), 1fr)); gap: 1rem 2rem; padding-top: 1rem; border-top: 1px solid var(--line); font-size: .9em; }
.poster .week { padding: 0; list-style: none; }
.poster .week li { display: flex; flex-wrap: wrap; justify-content: flex-start; gap: 0 1em; margin: 0; }
.poster .hours { white-space: normal; }
.poster-english { font-style: italic; color: var(--quiet); }
@media print {
  .poster { display: flex; flex-direction: column; justify-content: space-between; max-width: none; height: 256mm; padding: 0; border: 0; font-size: 12.5pt; line-height: 1.35; --accent: #0b4a75; }
  .poster > * { margin: 0; }
  .poster header { border-top-width: 5mm; padding-top: 5mm; print-color-adjust: exact; }
  .poster h1 { margin-bottom: 4mm; font-size: 42pt; }
  .poster-code { flex-wrap: nowrap; gap: 10mm; }
  .poster figure { flex: 0 0 80mm; }
  .poster figcaption { font-size: 13pt; }
  .poster ol { gap: 7mm; }
  .poster a { color: inherit; text-decoration: none; }
  .poster footer { grid-template-columns: 2fr 3fr; font-size: 11.5pt; }
  .poster-english { font-size: 11.5pt; }
}
`;
