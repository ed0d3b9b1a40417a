import type { Evidence, Finding } from '../../diagnosis/index.ts';
import type { CallFrame } from '../../exchange/index.ts';
import type { PanelHost } from '../host.ts';
import { ownerNames } from '../model/names.ts';
import { Frame } from './call-stack.tsx';
import { EvidenceLine, type LoadedText } from './evidence-line.tsx';
import { Icon } from './icon.tsx';
import { Prose } from './prose.tsx';
import { Why } from './why.tsx';

const looks = { error: ['cross', 'bad'], warning: ['warning', 'warn'], info: ['info', 'dim'] } as const;

interface FindingCardProps {
  readonly finding: Finding;
  /** The loaded template, for evidence that stands in it. */
  readonly template: LoadedText | null;
  /** Copies it for a ticket; absent for what is no finding of an exchange. */
  readonly onCopy?: (() => void) | undefined;
  /** Leads to the header that a piece of evidence speaks of; absent likewise. */
  readonly onShow?: ((evidence: Evidence) => void) | undefined;
  /** The line of the page's script that made the call, where the cause is to be mended there. */
  readonly call?: { readonly frame: CallFrame; readonly host: PanelHost } | undefined;
}

export function FindingCard({ finding, template, onCopy, onShow, call }: FindingCardProps) {
  const [icon, tone] = looks[finding.severity];
  return (
    <article class="card" data-testid="finding" data-rule={finding.rule}>
      <header>
        <Icon name={icon} tone={tone} />
        <h2>
          <Prose text={finding.title} />
        </h2>
        <span class="chips">
          {finding.confidence === 'likely' && <span class="chip warn">likely</span>}
          {finding.unverified && (
            <span class="chip warn" title="Rests on behaviour of AWS that was not recorded.">
              unverified
            </span>
          )}
          <span class="chip">owner: {ownerNames[finding.owner]}</span>
        </span>
        {onCopy && (
          <button
            type="button"
            class="tool"
            data-testid="copy-finding"
            aria-label="Copy as Markdown"
            title="Copy as Markdown"
            onClick={onCopy}
          >
            <Icon name="copy" />
          </button>
        )}
      </header>
      {(finding.evidence.length > 0 || call !== undefined) && (
        <dl class="evidence">
          {finding.evidence.map((evidence, index) => (
            <EvidenceLine key={index} evidence={evidence} tone={tone} template={template} onShow={onShow} />
          ))}
          {call !== undefined && (
            <div>
              <dt>called at</dt>
              <dd>
                <Frame frame={call.frame} host={call.host} />
              </dd>
            </div>
          )}
        </dl>
      )}
      <p class="explanation">
        <Prose text={finding.explanation} />
      </p>
      <Why rule={finding.rule} />
    </article>
  );
}
