/** `/site.css`. A string, so that a plain build and the edge carry it; element rules stay inside `main`'s own parts. */
export const siteStyle = `:root {
  color-scheme: light dark;
  --ink: #14202b; --quiet: #4a5a68; --ground: #ffffff; --soft: #f2f6f9; --line: #c9d5de; --accent: #0b4a75;
  --accent-ink: #ffffff; --warm: #fdf6e3; --warm-line: #b98900;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ink: #e7edf2; --quiet: #a9b8c4; --ground: #10171d; --soft: #18222b; --line: #33434f; --accent: #8cc6f0;
    --accent-ink: #0b1a26; --warm: #2a2413; --warm-line: #d6a92f;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-padding-top: 1rem; }
body {
  margin: 0; min-height: 100vh; display: flex; flex-direction: column; color: var(--ink); background: var(--ground);
  font: 1.0625rem/1.55 system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif; overflow-wrap: break-word;
}
.main { flex: 1; width: 100%; max-width: 72rem; margin: 0 auto; padding: 1.25rem 1rem 2.5rem; }
#isi:focus { outline: none; }
a { color: var(--accent); text-underline-offset: .15em; }
a:hover { text-decoration-thickness: .12em; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 2px; }
.skip { position: absolute; left: -100vw; top: 0; padding: .6rem 1rem; background: var(--accent); color: var(--accent-ink); }
.skip:focus { left: 0; z-index: 1; }
.site-head {
  display: flex; flex-wrap: wrap; gap: .25rem 1rem; align-items: center; justify-content: space-between;
  padding: .5rem max(1rem, 50vw - 35rem); border-bottom: 1px solid var(--line); border-top: 4px solid var(--accent);
}
.site-name { font-weight: 700; text-decoration: none; }
.site-name, .site-head nav a { padding: .5rem 0; }
.site-foot { padding: 1.25rem max(1rem, 50vw - 35rem); border-top: 1px solid var(--line); background: var(--soft); color: var(--quiet); font-size: .95rem; }
.site-foot p { margin: 0 0 .5rem; }
.site-foot ul { display: flex; flex-wrap: wrap; gap: 0 1.5rem; margin: 0; padding: 0; list-style: none; }
.site-foot a { display: inline-block; padding: .35rem 0; }
/* Scoped to our own markup: Swagger UI brings its own. */
:where(.page) :is(h1, h2, h3) { line-height: 1.2; text-wrap: balance; }
:where(.page) h1 { margin: .25rem 0 .5rem; font-size: clamp(1.5rem, 1.2rem + 1.6vw, 2.1rem); }
:where(.page) h2 { margin: 0 0 .6rem; font-size: 1.3rem; }
:where(.page) h3 { margin: 1.1rem 0 .3rem; font-size: 1.05rem; }
.page p { margin: 0 0 .75rem; }
.page section ul { margin: 0 0 .75rem; padding-left: 1.2rem; }
.page li { margin-bottom: .3rem; }
.lead { font-size: 1.125rem; max-width: 46rem; }
.quiet { color: var(--quiet); }
h3 + .quiet { margin-bottom: .35rem; }
.strong { font-weight: 600; }
.note { padding: .75rem 1rem; border: 1px solid var(--warm-line); border-left-width: 5px; background: var(--warm); border-radius: 4px; }
.note:empty { display: none; }
.title { margin-bottom: 1.25rem; }
.title p { margin: 0; }
.card { padding: 1rem; background: var(--soft); border: 1px solid var(--line); border-radius: 8px; }
.card > :last-child, .note:last-child { margin-bottom: 0; }
.office { display: grid; grid-template-columns: minmax(0, 1fr); gap: 2rem; margin-bottom: 2rem; }
.office-side, .office-more { display: grid; gap: 2rem; align-content: start; min-width: 0; }
#jadwal ~ .strong { font-size: 1.2rem; margin-bottom: .35rem; }
paspor-antrean { display: block; }
@media (scripting: none) { .scripted { display: none; } }
:where(.page) dl { margin: 0; }
:where(.page) dt { font-weight: 600; }
:where(.page) dd { margin: 0 0 .8rem; }
.page dd ul { margin: 0; padding: 0; list-style: none; }
.week li { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 1rem; }
@media (max-width: 26rem) { .week li, .week .hours { display: block; } }
.hours { white-space: nowrap; font-variant-numeric: tabular-nums; }
:where(.page) details { border-top: 1px solid var(--line); border-bottom: 1px solid var(--line); }
:where(.page) summary { padding: .6rem 0; font-weight: 600; cursor: pointer; }
:where(.page) table { width: 100%; border-collapse: collapse; margin-bottom: .75rem; }
:where(.page) caption { text-align: left; color: var(--quiet); padding-bottom: .35rem; }
.page th, .page td { padding: .5rem .5rem .5rem 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
:where(.page) tbody th { font-weight: 400; }
:where(.page) thead th { font-size: .95rem; }
.page .number { text-align: right; padding-right: 0; white-space: nowrap; font-variant-numeric: tabular-nums; }
:where(.page) code { font: .95em/1.4 ui-monospace, 'Cascadia Mono', Menlo, Consolas, monospace; }
.provinces { columns: 18rem; column-gap: 2rem; }
.provinces section { break-inside: avoid; margin-bottom: 1.5rem; }
.provinces h2 { font-size: 1.1rem; }
.page .provinces ul { list-style: none; padding: 0; }
.provinces li a { display: inline-block; padding: .15rem 0; }
.reading { max-width: 46rem; }
.reading section { margin: 1.75rem 0; }
.jump { display: flex; flex-wrap: wrap; gap: 0 1rem; padding: 0; list-style: none; }
.jump a { display: inline-block; padding: .35rem 0; }
.problems { margin-top: 2rem; max-width: 50rem; }
.problems article { padding: .75rem 0; border-top: 1px solid var(--line); }
.problems article:target { background: var(--warm); box-shadow: -.75rem 0 var(--warm), -1rem 0 var(--warm-line); }
.problems h3 { margin: 0 0 .25rem; }
.problems p { margin: 0 0 .25rem; }
#reference .information-container { padding: 0; }
#reference .info { margin: 1.5rem 0 0; }
#reference .scheme-container { margin: 0; padding: 1rem 0; }
#reference :is(.swagger-ui, .scheme-container) { background: none; box-shadow: none; }
#reference .response-col_links { display: none; }
#reference .examples-select__section-label { color: inherit; }
@media (min-width: 60rem) {
  .office { grid-template-columns: minmax(0, 1fr) 25rem; grid-template-rows: auto 1fr; gap: 2.5rem 3rem; }
  .office-side { grid-column: 2; grid-row: 1 / span 2; }
  .card { padding: 1.25rem 1.5rem; }
}
`;
