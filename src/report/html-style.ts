/** The style sheet of the HTML report. A change needs a new `htmlStyleHash`; a test says which. */
export const htmlStyle = `
:root { color-scheme: light dark; --text: light-dark(#1f1f1f, #e3e3e3); --dim: light-dark(#5f6368, #9aa0a6);
  --line: light-dark(#d6dbe4, #474747); --code: light-dark(#f3f6fc, #202124); --bad: light-dark(#b3261e, #f2b8b5);
  --warn: light-dark(#8a5a00, #fdd663); --good: light-dark(#146c2e, #6dd58c); }
body { margin: 0; font: 15px/1.5 system-ui, "Segoe UI", Roboto, "DejaVu Sans", sans-serif; color: var(--text); background: light-dark(#fff, #282828); }
main { max-width: 60rem; margin: 0 auto; padding: 1.5rem; }
h1 { font-size: 1.5rem; margin: 0 0 .5rem; }
h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; padding-top: 1rem; border-top: 1px solid var(--line); overflow-wrap: anywhere; }
h3 { font-size: 1rem; margin: 1.25rem 0 .25rem; overflow-wrap: anywhere; }
p { margin: .25rem 0 .5rem; overflow-wrap: anywhere; }
ul { margin: .25rem 0 .5rem; padding-left: 1.25rem; }
li { overflow-wrap: anywhere; }
code, pre { font: .87em/1.5 ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace; background: var(--code); border-radius: 4px; }
code { padding: .1em .3em; white-space: pre-wrap; }
pre { padding: .75rem; margin: .5rem 0; white-space: pre-wrap; overflow-wrap: anywhere; border: 1px solid var(--line); }
.bad { color: var(--bad); } .warn { color: var(--warn); } .good { color: var(--good); }
p:last-child { margin-top: 2rem; color: var(--dim); }
@media print { :root { color-scheme: light; } main { max-width: none; padding: 0; } h2, h3 { break-after: avoid; } li, p { break-inside: avoid; } body { font-size: 10pt; } }
`;

/** SHA-256 of the style sheet as a Content-Security-Policy source. */
export const htmlStyleHash = 'sha256-N/X2rsnKbSJ3Y6mBx66OdszepnY8D+dhaSftKU6Hpyk=';
