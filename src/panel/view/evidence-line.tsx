import { useSignal } from '@preact/signals';
import type { Evidence } from '../../diagnosis/index.ts';
import { visible } from '../../report/index.ts';
import { TemplateExcerpt } from './template-excerpt.tsx';
import { Value } from './value.tsx';

const places: Readonly<Record<Evidence['message'], string>> = {
  'preflight-request': 'preflight request',
  'preflight-response': 'preflight response',
  'actual-request': 'request',
  'actual-response': 'response',
  template: 'template',
};

/** The loaded template, for evidence that stands in it. */
export interface LoadedText {
  readonly name: string;
  readonly text: string;
}

interface EvidenceLineProps {
  readonly evidence: Evidence;
  readonly tone: string;
  readonly template: LoadedText | null;
  /** Leads to the header; absent for what is no finding of an exchange. */
  readonly onShow?: ((evidence: Evidence) => void) | undefined;
}

/** The header that is there is the wrong one; where none is there, its absence is. What AWS says of its own answer is not wrong. */
export function EvidenceLine({ evidence, tone, template, onShow }: EvidenceLineProps) {
  const { message, line, header, value, note } = evidence;
  const isTestimony = header !== undefined && /^x-amz/i.test(header);
  const wrong = !isTestimony && (message.endsWith('response') || message === 'template') ? tone : '';
  const open = useSignal(false);
  const place = placeOf(evidence, template);
  const inTemplate = message === 'template' && line !== undefined && template !== null;
  return (
    <div>
      <dt>
        {inTemplate ? (
          <button
            type="button"
            class="link"
            data-testid="evidence"
            aria-expanded={open.value}
            title="Show the line"
            onClick={() => {
              open.value = !open.value;
            }}
          >
            {place}
          </button>
        ) : message === 'template' || onShow === undefined ? (
          place
        ) : (
          <button
            type="button"
            class="link"
            data-testid="evidence"
            title="Show in Headers"
            onClick={() => onShow(evidence)}
          >
            {place}
          </button>
        )}
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
        {inTemplate && open.value && <TemplateExcerpt text={template.text} line={line} />}
      </dd>
    </div>
  );
}

function placeOf({ message, line, column, hop }: Evidence, template: LoadedText | null): string {
  const name = message === 'template' && template !== null ? visible(template.name) : places[message];
  return [
    name,
    line === undefined ? '' : `:${line}`,
    column === undefined ? '' : `:${column}`,
    hop !== undefined && hop > 0 ? ` (hop ${hop + 1})` : '',
  ].join('');
}
