import type { Finding } from '../../diagnosis/index.ts';
import { FindingCard } from './finding-card.tsx';

/** Root causes as cards; symptoms folded beneath them. */
interface FindingsProps {
  readonly findings: readonly Finding[];
  readonly template: string | null;
  readonly onCopy?: (finding: Finding) => void;
}

export function Findings({ findings, template, onCopy }: FindingsProps) {
  const causes = findings.filter(({ causedBy }) => causedBy === null);
  const symptoms = findings.filter(({ causedBy }) => causedBy !== null);
  if (findings.length === 0) return <p class="dim">Nothing to remark.</p>;
  return (
    <>
      {causes.map((finding, index) => (
        <FindingCard
          key={`${finding.rule} ${index}`}
          finding={finding}
          template={template}
          onCopy={onCopy && (() => onCopy(finding))}
        />
      ))}
      {symptoms.length > 0 && (
        <details class="symptoms" data-testid="symptoms">
          <summary>
            {symptoms.length === 1 ? '1 symptom' : `${symptoms.length} symptoms`} of the same cause
          </summary>
          {symptoms.map((finding, index) => (
            <FindingCard
              key={`${finding.rule} ${index}`}
              finding={finding}
              template={template}
              onCopy={onCopy && (() => onCopy(finding))}
            />
          ))}
        </details>
      )}
    </>
  );
}
