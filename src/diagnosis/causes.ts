import type { Rule } from './rule.ts';

/** `docs/causes.md`: one section per rule, in order of rank. */
export function causesMarkdown(rules: readonly Rule[]): string {
  const sections = [...rules].sort((a, b) => a.rank - b.rank).map(section);
  return `${[head, ...sections].join('\n\n')}\n`;
}

const head = `# Causes

What CORS Inspector can find, from the root to the mere note. The first error of an exchange is its root cause.
This page is made from \`src/diagnosis/rules\` by \`node scripts/generate-docs.mjs\`; do not edit it.`;

function section({ id, meta }: Rule): string {
  const links = meta.links.map((link) => `* <${link}>`).join('\n');
  return `## ${id}\n\n${meta.severity} · ${ownerNames[meta.owner]}\n\n${meta.summary}\n\n${links}`;
}

const ownerNames = {
  gateway: 'usually mended in the gateway’s configuration',
  handler: 'usually mended in the handler',
  integration: 'usually mended in the server behind the URL',
  cdn: 'usually mended in the CDN',
  client: 'usually mended in the page',
  network: 'a matter of the network',
} as const;
