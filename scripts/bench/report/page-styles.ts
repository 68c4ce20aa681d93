/** The styles of the page of charts: the colours and manners of the site, fonts of the machine. */
export const pageStyles = `
:root {
  color-scheme: light dark;
  --paper: light-dark(#f8f4e9, #0b161d);
  --land: light-dark(#eaddb6, #1c2418);
  --deep: light-dark(#12303f, #cfe3ee);
  --ink: light-dark(#14212b, #e4e1d3);
  --muted: light-dark(#4d5b65, #9fadb4);
  --magenta: light-dark(#9b1b5a, #f58bbf);
  --others: light-dark(#8fa9b4, #4f6b7a);
  --memory: light-dark(#c9b26a, #8a8250);
  --hairline: 1px solid color-mix(in oklab, var(--deep) 30%, transparent);
}
* { box-sizing: border-box; margin: 0; }
body {
  max-width: 76rem;
  margin-inline: auto;
  padding: clamp(1.2rem, 4vw, 3.5rem);
  background: var(--paper);
  color: var(--ink);
  font: 1.0625rem/1.5 Newsreader, Georgia, "Times New Roman", serif;
}
h1, h2, h3 { color: var(--deep); font-weight: 500; line-height: 1.2; text-wrap: balance; }
h1 { font-size: clamp(1.9rem, 1.5rem + 2vw, 3rem); }
h2 {
  margin: 3rem 0 1.4rem;
  padding-top: 1rem;
  border-top: var(--hairline);
  font-size: 1.55rem;
}
h3 { margin-bottom: 0.7rem; font-size: 1.15rem; }
header p { max-width: 46em; margin-top: 0.7rem; }
.where { color: var(--muted); }
.key { display: flex; flex-wrap: wrap; gap: 0.3rem 1.5rem; padding: 0; list-style: none; }
.key { margin-top: 1.1rem; color: var(--muted); font-size: 0.95rem; }
.key li { display: flex; align-items: center; gap: 0.55rem; }
.key svg { flex: none; }
.charts {
  display: grid;
  grid-template-columns: repeat(auto-fill, minmax(min(100%, 27rem), 1fr));
  gap: 2.6rem clamp(1.5rem, 5vw, 4.5rem);
}
.chart svg, .key svg { display: block; overflow: visible; }
text { fill: var(--ink); font: 0.9375rem/1 Newsreader, Georgia, "Times New Roman", serif; }
.figures { fill: var(--muted); font-variant-numeric: tabular-nums; }
.ours text { font-weight: 600; }
.ours .figures { fill: var(--ink); font-weight: 400; }
.wall, .bytes, .growth { fill: var(--others); }
.ours .wall, .ours .bytes, .ours .growth { fill: var(--deep); }
.cpu { fill: none; stroke: var(--muted); stroke-width: 1px; }
.memory { fill: var(--memory); }
text.target { fill: var(--magenta); font-style: italic; }
line.target { stroke: var(--magenta); stroke-width: 1.5px; stroke-dasharray: 5 4; }
.missing { color: var(--muted); font-style: italic; overflow-wrap: anywhere; }
.table { overflow-x: auto; }
table { border-collapse: collapse; font-size: 0.95rem; font-variant-numeric: tabular-nums; }
th, td { padding: 0.3rem 1.1rem 0.3rem 0; text-align: left; white-space: nowrap; }
th { border-bottom: var(--hairline); color: var(--muted); font-weight: 400; font-style: italic; }
.number { text-align: right; }
tr.begins td { border-top: var(--hairline); }
.missed { color: var(--magenta); }
.remarks { max-width: 46em; margin-top: 1.2rem; padding-left: 1.1em; overflow-wrap: anywhere; }
:focus-visible { outline: 3px solid var(--magenta); outline-offset: 3px; }
@media (max-width: 32rem) { text { font-size: 0.84rem; } }
`;
