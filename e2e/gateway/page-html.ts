import type { Scenario, ScenarioCall } from './scenarios.ts';

/** One button of the page: the call, and the API to which it goes. */
export interface PageCall {
  readonly id: string;
  readonly title: string;
  readonly kind: Scenario['kind'];
  readonly base: string;
  readonly call: ScenarioCall;
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escapeHtml = (text: string) => text.replace(/[&<>"]/g, (character) => escapes[character] ?? '');

const style = `
:root { color-scheme: light dark; --ink: light-dark(#1d2430, #e7eaf0); --soft: light-dark(#5c6675, #9aa4b4);
  --paper: light-dark(#f5f6f8, #14181f); --card: light-dark(#fff, #1c222c); --line: light-dark(#dfe3ea, #2e3643);
  --accent: light-dark(#2456c7, #8fb2ff); --bad: light-dark(#b3261e, #ff8f86); --good: light-dark(#1a7240, #6fd69a); }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 15px/1.5 system-ui, sans-serif; }
header, main { max-width: 1320px; margin: 0 auto; padding: 24px; }
header { display: flex; flex-wrap: wrap; align-items: end; gap: 12px 24px; padding-bottom: 0; }
h1 { margin: 0; font-size: 26px; line-height: 1.2; }
h2 { margin: 0; padding: 14px 18px; font-size: 15px; border-bottom: 1px solid var(--line); }
header p { margin: 0; color: var(--soft); flex: 1 1 20em; }
main { columns: 360px 3; column-gap: 20px; }
@media (min-width: 1170px) { section:nth-of-type(3) { break-before: column; } }
section { background: var(--card); border: 1px solid var(--line); border-radius: 10px; overflow: hidden;
  break-inside: avoid; margin-bottom: 20px; }
ul { margin: 0; padding: 0; list-style: none; }
li { display: grid; grid-template-columns: 1fr auto; gap: 2px 16px; padding: 11px 18px; }
li + li { border-top: 1px solid var(--line); }
code { font: 12.5px/1.5 ui-monospace, monospace; color: var(--soft); overflow-wrap: anywhere; }
output { grid-column: 1 / -1; font: 12.5px/1.5 ui-monospace, monospace; }
output:empty { display: none; }
output[data-outcome=failed] { color: var(--bad); }
output[data-outcome=read] { color: var(--good); }
button { font: inherit; font-size: 14px; color: var(--accent); background: none; border: 1px solid var(--line);
  border-radius: 7px; padding: 4px 14px; cursor: pointer; align-self: start; }
button:hover { border-color: var(--accent); }
button:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
li button { grid-column: 2; grid-row: 1 / span 2; }
`;

/** Runs in the page. It reads the calls from the element `calls` and keeps `data-state` on the body for those who wait. */
const script = `
const calls = JSON.parse(document.getElementById('calls').textContent);
const outputOf = (id) => document.querySelector('output[data-result="' + id + '"]');
async function run({ id, base, call }) {
  const output = outputOf(id);
  output.dataset.outcome = 'running';
  output.textContent = 'Calling …';
  try {
    const response = await fetch(base + call.path, {
      method: call.method, headers: call.headers, credentials: call.credentials, body: call.body,
    });
    const text = await response.text();
    output.textContent = response.status + ' ' + text.slice(0, 120);
    output.dataset.outcome = 'read';
  } catch (error) {
    output.textContent = error.name + ': ' + error.message;
    output.dataset.outcome = 'failed';
  }
}
async function runAll(list) {
  document.body.dataset.state = 'running';
  for (const call of list) await run(call);
  document.body.dataset.state = 'done';
}
for (const button of document.querySelectorAll('button[data-scenario]'))
  button.addEventListener('click', () => runAll(calls.filter(({ id }) => id === button.dataset.scenario)));
document.getElementById('run-all').addEventListener('click', () => runAll(calls));
const wanted = new URLSearchParams(location.search).get('run');
if (wanted !== null) {
  const ids = wanted.split(',');
  runAll(calls.filter(({ id }) => wanted === 'all' || ids.includes(id)));
}
`;

const row = ({ id, title, call }: PageCall) => `<li>
<span>${escapeHtml(title)}</span>
<code>${escapeHtml(`${call.method} ${call.path}${call.credentials === 'include' ? ' · with credentials' : ''}`)}</code>
<button type="button" data-scenario="${escapeHtml(id)}" aria-label="${escapeHtml(`Run: ${title}`)}">Run</button>
<output data-result="${escapeHtml(id)}"></output>
</li>`;

const headings = {
  rest: 'REST API',
  http: 'HTTP API',
  'function-url': 'Function URL',
  other: 'Another server',
} as const;

function column(kind: Scenario['kind'], calls: readonly PageCall[]): string {
  const own = calls.filter((call) => call.kind === kind);
  if (own.length === 0) return '';
  return `<section><h2>${headings[kind]}</h2><ul>${own.map(row).join('\n')}</ul></section>`;
}

/** The demo page: a list of calls to each kind of API, and what the page got from them. */
export function pageHtml(calls: readonly PageCall[]): string {
  const data = JSON.stringify(calls).replaceAll('<', '\\u003c');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Orders</title>
<link rel="icon" href="data:,">
<style>${style}</style>
</head>
<body data-state="idle">
<header><h1>Orders</h1>
<p>Each row calls an API on another origin. Most of them are set up wrongly: open the CORS panel to see why.</p>
<button type="button" id="run-all">Run all</button></header>
<main>
${column('rest', calls)}
${column('http', calls)}
${column('function-url', calls)}
${column('other', calls)}
</main>
<script type="application/json" id="calls">${data}</script>
<script type="module">${script}</script>
</body>
</html>
`;
}
