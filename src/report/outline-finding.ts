import { type Block, heading, type Line, paragraph, prose, type Tone } from './block.ts';
import { causeLink } from './cause-link.ts';
import type { ReportedFinding } from './report.ts';

const tones: Readonly<Record<ReportedFinding['severity'], Tone>> = {
  error: 'bad',
  warning: 'warn',
  info: 'plain',
};

const owners: Readonly<Record<ReportedFinding['owner'], string>> = {
  gateway: 'the gateway configuration',
  handler: 'the handler',
  integration: 'the integration',
  cdn: 'the CDN',
  client: 'the front end',
  network: 'the network',
};

const messages: Readonly<Record<ReportedFinding['evidence'][number]['message'], string>> = {
  'preflight-request': 'preflight request',
  'preflight-response': 'preflight response',
  'actual-request': 'actual request',
  'actual-response': 'actual response',
  template: 'template',
};

/** One diagnosis: its title, whose it is and how sure, why, and the evidence. */
export function outlineFinding(finding: ReportedFinding): readonly Block[] {
  return [
    heading(3, prose(finding.title), tones[finding.severity]),
    paragraph(standing(finding)),
    paragraph(prose(finding.explanation)),
    ...(finding.evidence.length === 0
      ? []
      : [{ type: 'list' as const, items: finding.evidence.map(evidenceLine) }]),
  ];
}

function standing({ severity, owner, confidence, unverified, causedBy, rule }: ReportedFinding): Line {
  return [
    `${severity.charAt(0).toUpperCase()}${severity.slice(1)}, ${confidence}. Owner: ${owners[owner]}. Rule: `,
    { text: rule, href: causeLink(rule) },
    '.',
    ...(causedBy === null ? [] : [' A symptom of ', { value: causedBy }, '.']),
    ...(unverified ? [' Unverified: it rests on AWS behaviour that was not recorded.'] : []),
  ];
}

function evidenceLine({
  message,
  hop,
  line,
  column,
  header,
  value,
  note,
}: ReportedFinding['evidence'][number]): Line {
  const place = [
    messages[message],
    ...(line === undefined ? [] : [` line ${line}${column === undefined ? '' : `, column ${column}`}`]),
    ...(hop === undefined || hop === 0 ? [] : [` after redirect ${hop}`]),
  ].join('');
  return [
    place,
    ...(header === undefined ? [] : [', ', { value: header }]),
    ...(value === undefined ? [] : [': ', { value }]),
    ...(note === undefined ? [] : [' (', ...prose(note), ')']),
  ];
}
