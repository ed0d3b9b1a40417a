import type { Diagnosed, Finding } from '../../diagnosis/index.ts';
import { paragraph } from '../block.ts';
import { reportedExchange, reportedFinding } from '../build.ts';
import { blocksToMarkdown } from '../markdown.ts';
import { outlineFacts } from '../outline-exchange.ts';
import { outlineFinding } from '../outline-finding.ts';
import type { Redactor } from '../redact.ts';
import { placeholder } from '../sensitive.ts';

/** Findings of one exchange as Markdown for a ticket: which request, what came of it, each finding with its evidence. */
export function findingsMarkdown(diagnosed: Diagnosed, findings: readonly Finding[], r: Redactor): string {
  const markdown = blocksToMarkdown([
    ...outlineFacts(reportedExchange(diagnosed, r)),
    ...findings.flatMap((finding) => outlineFinding(reportedFinding(finding, r))),
  ]);
  if (!markdown.includes(placeholder)) return markdown;
  return `${markdown}\n${blocksToMarkdown([paragraph(['Credentials were replaced by REDACTED.'])])}`;
}
