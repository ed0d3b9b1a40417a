import type { Evidence, Finding } from '../../diagnosis/index.ts';
import { visible } from '../../report/index.ts';
import { ownerNames } from '../model/names.ts';
import { Icon } from './icon.tsx';
import { Prose } from './prose.tsx';
import { Value } from './value.tsx';

const places: Readonly<Record<Evidence['message'], string>> = {
  'preflight-request': 'preflight request',
  'preflight-response': 'preflight response',
  'actual-request': 'request',
  'actual-response': 'response',
  template: 'template',
};

const looks = { error: ['cross', 'bad'], warning: ['warning', 'warn'], info: ['info', 'dim'] } as const;

interface FindingCardProps {
  readonly finding: Finding;
  /** The loaded template's name, for evidence that stands in it. */
  readonly template: string | null;
  /** Copies it for a ticket; absent for what is no finding of an exchange. */
  readonly onCopy?: (() => void) | undefined;
}

export function FindingCard({ finding, template, onCopy }: FindingCardProps) {
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
      {finding.evidence.length > 0 && (
        <dl class="evidence">
          {finding.evidence.map((evidence, index) => (
            <EvidenceLine key={index} evidence={evidence} tone={tone} template={template} />
          ))}
        </dl>
      )}
      <p class="explanation">
        <Prose text={finding.explanation} />
      </p>
    </article>
  );
}

interface EvidenceLineProps {
  readonly evidence: Evidence;
  readonly tone: string;
  readonly template: string | null;
}

/** The header that is there is the wrong one; where none is there, its absence is. What AWS says of its own answer is not wrong. */
function EvidenceLine({ evidence, tone, template }: EvidenceLineProps) {
  const { message, line, column, header, value, note } = evidence;
  const isTestimony = header !== undefined && /^x-amz/i.test(header);
  const wrong = !isTestimony && (message.endsWith('response') || message === 'template') ? tone : '';
  return (
    <div>
      <dt>
        {message === 'template' && template !== null ? visible(template) : places[message]}
        {line !== undefined && `:${line}`}
        {column !== undefined && `:${column}`}
        {evidence.hop !== undefined && evidence.hop > 0 && ` (hop ${evidence.hop + 1})`}
      </dt>
      <dd>
        {header !== undefined && <span class="header-name">{header}: </span>}
        {value === undefined ? (
          header !== undefined && note === undefined && <span class={wrong}>absent</span>
        ) : (
          <Value text={value === '' ? '(empty)' : value} tone={wrong} />
        )}
        {note !== undefined && (
          <span class={value === undefined ? wrong : 'dim'}>
            {' '}
            <Value text={note} />
          </span>
        )}
      </dd>
    </div>
  );
}
