import type { Evidence, Finding } from '../../diagnosis/index.ts';
import type { CallFrame } from '../../exchange/index.ts';
import type { PanelHost } from '../host.ts';
import type { LoadedText } from './evidence-line.tsx';
import { FindingCard } from './finding-card.tsx';

interface FindingsProps {
  readonly findings: readonly Finding[];
  readonly template: LoadedText | null;
  readonly onCopy?: (finding: Finding) => void;
  readonly onShow?: (evidence: Evidence) => void;
  /** Where the page's script made the call; undefined where nothing tells it. */
  readonly call?: { readonly frame: CallFrame; readonly host: PanelHost } | undefined;
}

/** Root causes as cards, each with its symptoms folded beneath it. */
export function Findings({ findings, ...props }: FindingsProps) {
  if (findings.length === 0) return <p class="dim">Nothing to remark.</p>;
  const causes = findings.filter(({ causedBy }) => causedBy === null);
  const known = new Set(causes.map(({ rule }) => rule));
  const strays = findings.filter(({ causedBy }) => causedBy !== null && !known.has(causedBy));
  return (
    <>
      {causes.map((cause, index) => (
        <div key={`${cause.rule} ${index}`}>
          <Card {...props} finding={cause} />
          {/* Two causes of one rule: the symptoms stand under the first. */}
          {causes.findIndex(({ rule }) => rule === cause.rule) === index && (
            <Symptoms {...props} findings={findings.filter(({ causedBy }) => causedBy === cause.rule)} />
          )}
        </div>
      ))}
      <Symptoms {...props} findings={strays} />
    </>
  );
}

function Symptoms({ findings, ...props }: FindingsProps) {
  if (findings.length === 0) return null;
  return (
    <details class="symptoms" data-testid="symptoms">
      <summary>
        {findings.length === 1 ? '1 symptom' : `${findings.length} symptoms`} of the same cause
      </summary>
      {findings.map((finding, index) => (
        <Card key={`${finding.rule} ${index}`} {...props} finding={finding} />
      ))}
    </details>
  );
}

function Card({
  finding,
  template,
  onCopy,
  onShow,
  call,
}: Omit<FindingsProps, 'findings'> & { readonly finding: Finding }) {
  return (
    <FindingCard
      finding={finding}
      template={template}
      onCopy={onCopy && (() => onCopy(finding))}
      onShow={onShow}
      call={finding.owner === 'client' ? call : undefined}
    />
  );
}
