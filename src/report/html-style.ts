import { pictureStyle } from './sequence/html-picture.ts';

/** The style sheet of the HTML report. A change needs a new `htmlStyleHash`; a test says which. */
export const htmlStyle = `
:root { color-scheme: light dark; --text: light-dark(#1f1f1f, #e3e3e3); --dim: light-dark(#5f6368, #9aa0a6);
  --line: light-dark(#d6dbe4, #474747); --code: light-dark(#f3f6fc, #202124); --bad: light-dark(#b3261e, #f2b8b5);
  --warn: light-dark(#7a4f00, #fdd663); --good: light-dark(#146c2e, #6dd58c); --link: light-dark(#0b57d0, #a8c7fa); }
body { margin: 0; font: 14px/1.5 system-ui, "Segoe UI", Roboto, "DejaVu Sans", sans-serif; color: var(--text); background: light-dark(#fff, #282828); }
main { max-width: 60rem; margin: 0 auto; padding: 1.5rem; }
h1 { font-size: 1.5rem; margin: 0 0 .25rem; }
h2 { font-size: 1.1rem; line-height: 1.35; margin: 0 0 .5rem; overflow-wrap: anywhere; }
h3 { font-size: 1rem; margin: 0 0 .25rem; overflow-wrap: anywhere; }
section { margin-top: 2rem; padding-top: 1rem; border-top: 1px solid var(--line); }
article { margin: .75rem 0; padding: .6rem .9rem; border: 1px solid var(--line); border-left: 4px solid var(--line); border-radius: 4px; }
article.bad { border-left-color: var(--bad); } article.warn { border-left-color: var(--warn); }
p { margin: .25rem 0 .5rem; overflow-wrap: anywhere; }
ul, ol { margin: .25rem 0 .5rem; padding-left: 1.4rem; }
ol { margin: 1rem 0; } ol li { padding: .1rem 0; } ol li::marker { color: var(--dim); } ol li.bad::marker { color: var(--bad); } ol li.warn::marker { color: var(--warn); }
li { overflow-wrap: anywhere; }
ol li.bad, ol li.warn { color: var(--text); }
a { color: var(--link); } a code { color: inherit; }
code, pre { font: .87em/1.5 ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace; background: var(--code); border-radius: 4px; }
code { padding: .1em .3em; white-space: pre-wrap; }
h2 code { font-size: .95em; background: none; padding: 0; } ol a code { background: none; padding: 0; }
pre { padding: .6rem .75rem; margin: .5rem 0; white-space: pre-wrap; overflow-wrap: anywhere; border: 1px solid var(--line); }
h1.bad, h2.bad, h3.bad, p.bad { color: var(--bad); } h2.warn, h3.warn, p.warn { color: var(--warn); } h2.good, h3.good, p.good { color: var(--good); }
main > p:last-child { margin-top: 2rem; padding-top: 1rem; border-top: 1px solid var(--line); color: var(--dim); }
@page { margin: 15mm; }
@media print {
  :root { color-scheme: light; } body { font-size: 10pt; } main { max-width: none; padding: 0; }
  h2, h3 { break-after: avoid; } article, li, p, pre { break-inside: avoid; } p, li, pre { orphans: 3; widows: 3; }
  section { break-before: auto; } a[href^="https:"]::after { content: " (" attr(href) ")"; color: var(--dim); }
}
${pictureStyle}`;

/** SHA-256 of the style sheet as a Content-Security-Policy source. */
export const htmlStyleHash = 'sha256-BYxSyZAKfUt3+AoALGMUvfmSpRkQL09KMg4/0KNX5/g=';
