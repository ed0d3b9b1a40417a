import { families, familyOf } from './families.ts';
import type { Known, Rule } from './rule.ts';

/** `docs/causes.md`: one section per rule by family and rank, each under its id as the anchor. */
export function causesMarkdown(rules: readonly Rule[]): string {
  const ranked = [...rules].sort((a, b) => a.rank - b.rank);
  const chapters = families
    .map((family) => ({ family, own: ranked.filter((rule) => familyOf(rule) === family) }))
    .filter(({ own }) => own.length > 0);
  const contents = chapters.map(
    ({ family, own }) => `* **${family.title}**: ${own.map(({ id }) => `[${id}](#${id})`).join(', ')}`,
  );
  const body = chapters.flatMap(({ family, own }) => [
    `## ${family.title}`,
    family.about,
    ...own.map((rule) => section(rule)),
  ]);
  return `${[head, ['## Contents', '', ...contents].join('\n'), ...body].join('\n\n')}\n`;
}

const head = `# Causes

Every cause that CORS Inspector can name: what you see, why it happens and what to change. This page is made from
\`src/diagnosis/rules\` by \`node scripts/generate-docs.mjs\`; do not edit it.

## CORS in one minute

An **origin** is the scheme, host and port of a page: \`https://app.example.com\`, \`http://localhost:3000\`. Scripts may call any
server, but the browser hands them the answer of another origin only if that server agrees. This does not keep anyone from calling the
server; it keeps foreign pages from reading it in your visitors’ browsers, with their cookies and from within their networks.

1. The browser adds \`Origin\` to the request. The page can neither set nor hide it.
2. If the request could do more than a plain form or link could (methods such as PUT or DELETE, a JSON body, an Authorization header), the
   browser asks first. This **preflight** is an OPTIONS request with \`Access-Control-Request-Method\` and
   \`Access-Control-Request-Headers\`. It never carries cookies, tokens or keys. The answer must have a status from 200 to 299,
   and list origin, method and headers in \`Access-Control-Allow-Origin\`, \`-Methods\` and \`-Headers\`.
3. Then the **actual request** goes out, and its answer must carry \`Access-Control-Allow-Origin\` once more. If the call includes
   cookies, both answers need \`Access-Control-Allow-Credentials: true\` and the exact origin instead of \`*\`.

All these headers come from the server. Which part of it has to send them depends on the front door:

| | answers the preflight | adds headers to the answer | adds headers to its own errors |
| --- | --- | --- | --- |
| REST API (v1) | an OPTIONS method, which SAM’s \`Cors\` makes | your function | \`GatewayResponses\` |
| HTTP API (v2) | \`CorsConfiguration\`, unless a route takes OPTIONS | \`CorsConfiguration\`; your function’s are dropped | \`CorsConfiguration\` |
| Function URL | its \`Cors\` | its \`Cors\`, beside your function’s: only one of them may | its \`Cors\` (not seen) |

WebSocket APIs are outside CORS: browsers open a WebSocket to any origin and send \`Origin\` with it. Compare it with your list in the
\`$connect\` handler or its authorizer; no CORS header does anything there.`;

function section({ id, meta }: Rule): string {
  const links = meta.links.map((link) => `<${link}>`).join(' · ');
  const parts = [
    `### ${id}`,
    meta.summary,
    [
      `* **What you see:** ${meta.symptom}`,
      `* **Why:** ${meta.why}`,
      `* **What to change:** ${meta.fix}`,
      `* **How it is known:** ${meta.known === undefined ? '' : knownWords[meta.known]}`,
      `* **Where it is mended:** ${ownerNames[meta.owner]} (${severityWords[meta.severity]})`,
      `* **Read on:** ${links}`,
    ].join('\n'),
  ];
  return parts.join('\n\n');
}

const severityWords = {
  error: 'the call fails',
  warning: 'it works, but should not stay so',
  info: 'worth knowing',
} as const;

/** How a cause is known, each a sentence. */
export const knownWords: Readonly<Record<Known, string>> = {
  standard: 'the Fetch Standard or an RFC says so.',
  measured: 'measured in real browsers.',
  recorded: 'recorded answers of the real service.',
  documented: 'AWS’s documentation says so; no recording was at hand.',
  translator: 'seen in what SAM’s own translator makes or refuses.',
  reported: 'reported by several users; no recording was at hand.',
  inferred: 'concluded from other facts, **unverified**.',
};

const ownerNames = {
  gateway: 'usually in the gateway’s configuration',
  handler: 'usually in the handler',
  integration: 'usually in the server behind the URL',
  cdn: 'usually in the CDN',
  client: 'usually in the page',
  network: 'a matter of the network',
} as const;
