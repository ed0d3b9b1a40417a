import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import type { Diagnosed } from '../../diagnosis/index.ts';
import type { ApiView } from '../../fix/index.ts';
import type { GatewayKind, Policy } from '../../gateway/index.ts';
import { visible } from '../../report/index.ts';
import type { TemplateState } from '../../session/index.ts';
import type { PanelModel } from '../model/model.ts';
import { gatewayNames, handlerNames } from '../model/names.ts';
import type { ShownFix, shownFix } from '../model/template-work.ts';
import { saveText } from '../save-text.ts';
import { CopyButton } from './copy-button.tsx';
import { DiffView } from './diff-view.tsx';
import { ProofLine } from './proof-line.tsx';
import { Value } from './value.tsx';

interface TemplateFixProps {
  readonly model: PanelModel;
  readonly template: TemplateState;
  readonly api: ApiView;
  /** As captured, or as chosen where nothing was. */
  readonly kind: GatewayKind;
  /** The exchange that is looked at; null where the policy is made by hand. */
  readonly open: Diagnosed | null;
  /** The policy as the user made it; null for what was captured. */
  readonly policy: Policy | null;
  /** Origins of development are to be kept out of production. */
  readonly byStage: boolean;
  /** What stands here while nothing can be said of the template. */
  readonly otherwise: ComponentChildren;
}

/** The user's own template with the fix in it: the diff, its proof, and the way to keep it. */
export function TemplateFix(props: TemplateFixProps) {
  const { model, template, api, kind, open, policy, byStage, otherwise } = props;
  const work = useSignal<{ readonly shownFix: typeof shownFix } | null>(null);
  const choice = useSignal<string | null>(null);
  useEffect(() => {
    const load = async (): Promise<void> => {
      try {
        const loaded = await import('../model/template-work.ts');
        work.value = { shownFix: loaded.shownFix };
      } catch {
        model.announcement.value = 'The template’s change could not be loaded';
      }
    };
    void load();
  }, []);
  const shown = useMemo(() => {
    const { exchanges } = model.mirror.value;
    const diagnosed = api.exchangeIds.flatMap((id) => exchanges.get(id) ?? []);
    return (
      work.value?.shownFix({
        name: template.name,
        text: template.text,
        kind,
        diagnosed,
        open,
        logicalId: choice.value,
        policy,
        byStage,
      }) ?? null
    );
  }, [work.value, template.text, template.name, api, kind, open, choice.value, policy, byStage]);
  if (shown === null) return <>{otherwise}</>;
  return (
    <section class="template-fix" data-testid="template-fix" aria-label="Your template">
      <h2>
        Change to <Value text={template.name} tone="mono" />
      </h2>
      {(shown.apis.length > 1 || shown.chosen === null) && (
        <ApiChoice
          shown={shown}
          onChoose={(logicalId) => {
            choice.value = logicalId;
          }}
        />
      )}
      <Change model={model} template={template} shown={shown} />
    </section>
  );
}

function ApiChoice({
  shown,
  onChoose,
}: {
  readonly shown: ShownFix;
  readonly onChoose: (logicalId: string) => void;
}) {
  return (
    <label class="api-choice">
      {shown.chosen === null ? 'Which of the template’s APIs answers here? ' : 'API '}
      <select
        data-testid="template-api"
        onChange={({ currentTarget }) => currentTarget.value !== '' && onChoose(currentTarget.value)}
      >
        {shown.chosen === null && (
          <option value="" selected>
            Choose
          </option>
        )}
        {shown.apis.map(({ logicalId, kind }) => (
          <option key={logicalId} value={logicalId} selected={logicalId === shown.chosen}>
            {visible(logicalId)} ({gatewayNames[kind]})
          </option>
        ))}
      </select>
    </label>
  );
}

function Change({
  model,
  template,
  shown,
}: {
  readonly model: PanelModel;
  readonly template: TemplateState;
  readonly shown: ShownFix;
}) {
  const { fix, diff } = shown;
  if (fix === null) return null;
  if (!fix.ok) {
    const { place, nearest } = fix.merged;
    return (
      <p class="proof falls" data-testid="template-impossible" role="alert">
        <span>
          <b>{place === null ? 'It' : `Line ${place.line}`} cannot be changed so in this template.</b>{' '}
          <Value text={nearest} />
        </span>
      </p>
    );
  }
  const { merged, proof, needHandler } = fix;
  const save = async (): Promise<void> => {
    const saved = await saveText(template.name, merged.text, model.host.save);
    if (saved) model.announcement.value = `${visible(template.name)} saved`;
  };
  return (
    <>
      <ProofLine proof={proof} parts={needHandler > 0} />
      {shown.failing.length > 0 && (
        <ul class="failing" data-testid="template-failing">
          {shown.failing.slice(0, shownFailures).map((text, index) => (
            <li key={index}>
              <Value text={text} />
            </li>
          ))}
          {shown.failing.length > shownFailures && <li>and {shown.failing.length - shownFailures} more</li>}
        </ul>
      )}
      {diff === '' ? (
        <p class="dim" data-testid="template-unchanged">
          The template says all this already.
        </p>
      ) : (
        <figure class="fix">
          <figcaption>
            <span class="title">Only these lines change</span>
            <span class="actions">
              <CopyButton model={model} text={diff} label="Copy diff" testId="copy-diff" key={diff} />
              <CopyButton
                model={model}
                text={merged.text}
                label="Copy template"
                testId="copy-template"
                key={merged.text}
              />
              <button type="button" class="fill" data-testid="save-template" onClick={() => void save()}>
                Save
              </button>
            </span>
          </figcaption>
          <DiffView diff={diff} />
        </figure>
      )}
      {shown.writeHandler !== null && (
        <HandlerOf model={model} write={shown.writeHandler} needed={needHandler > 0} />
      )}
      {[...merged.notes, ...shown.restsOn].map((note, index) => (
        <p key={index} class="dim" data-testid="template-note">
          <Value text={note} />
        </p>
      ))}
    </>
  );
}

/** The code that goes with the template as it is then: it answers OPTIONS where the template leads that to it. */
function HandlerOf({
  model,
  write,
  needed,
}: {
  readonly model: PanelModel;
  readonly write: (target: string | null) => string;
  readonly needed: boolean;
}) {
  const target = model.handlerTarget.value ?? 'nodejs';
  const text = write(target);
  return (
    <p class="template-handler" data-testid="template-handler">
      {needed ? 'The handler must change, too: ' : 'The handler that goes with it: '}
      <CopyButton
        model={model}
        text={text}
        label={`Copy handler (${handlerNames[target] ?? handlerNames.nodejs})`}
        testId="copy-template-handler"
        key={text}
      />
    </p>
  );
}

const shownFailures = 20;
