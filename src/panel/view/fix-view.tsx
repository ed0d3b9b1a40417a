import type { Diagnosed } from '../../diagnosis/index.ts';
import type { ApiView, FixKind } from '../../fix/index.ts';
import type { TemplateState } from '../../session/index.ts';
import { apiOf, owedByHandler } from '../model/first-fix.ts';
import type { PanelModel } from '../model/model.ts';
import { fixKindNames } from '../model/names.ts';
import { FixNotes } from './fix-notes.tsx';
import { FixResult } from './fix-result.tsx';
import { PolicyView } from './policy-view.tsx';
import { ProofLine } from './proof-line.tsx';
import { Segmented } from './segmented.tsx';
import { TemplateFix } from './template-fix.tsx';
import { useConfigured } from './use-configured.tsx';
import { Value } from './value.tsx';
import type { ViewProps } from './view-props.ts';

const kinds: readonly FixKind[] = ['rest', 'http', 'function-url'];

/** The one fix of the exchange's API. */
export function FixView({ model, diagnosed }: ViewProps) {
  const api = apiOf(model, diagnosed);
  if (api === undefined) return <p class="dim">There is no fix for this request’s server yet.</p>;
  return <ApiFix model={model} api={api} open={diagnosed} handlerFirst={owedByHandler(diagnosed)} />;
}

interface ApiFixProps {
  readonly model: PanelModel;
  readonly api: ApiView;
  /** The exchange that is looked at; null where the policy is made by hand. */
  readonly open: Diagnosed | null;
  /** Where the handler owes what is missing, its change is what the reader came for. */
  readonly handlerFirst: boolean;
}

/** An API's policy as a form, and beside it what it makes: proof, template, snippets, handler. */
export function ApiFix({ model, api, open, handlerFirst }: ApiFixProps) {
  const { id, base } = api.identity;
  const { template } = model.mirror.value.state;
  const captured = api.exchangeIds.length > 0;
  const kind = model.fixKinds.value.get(id) ?? (captured ? null : onlyKind(template)) ?? api.suggested;
  const configured = useConfigured(model, api, kind);
  const { fixes, proof, form, policy } = configured;
  const changesTemplate = template?.fault === null && policy?.origins.length !== 0;
  const proofLine = proof && (
    <ProofLine proof={proof} parts={kind === 'rest' && fixes.some((each) => each.kind === 'handler')} />
  );
  return (
    <div class="fix-view">
      <div class="fix-head">
        <h1>{open === null ? 'CORS for an API, by hand' : 'One fix for this API'}</h1>
        <Segmented
          label="Gateway"
          options={kinds.map((each) => ({
            key: each,
            label: fixKindNames[each],
            testId: `fix-kind-${each}`,
          }))}
          chosen={kind}
          onChoose={(key) => {
            const next = kinds.find((each) => each === key) ?? kind;
            model.fixKinds.value = new Map(model.fixKinds.value).set(id, next);
          }}
        />
      </div>
      {base !== '' && (
        <p class="dim base">
          <Value text={base} tone="mono" />
          {captured && policy !== null && <span data-testid="edited"> · policy changed by hand</span>}
        </p>
      )}
      {changesTemplate ? (
        <TemplateFix
          model={model}
          template={template}
          api={api}
          kind={captured ? api.identity.kind : kind}
          open={open}
          policy={policy}
          byStage={model.configuring.byStage.value}
          otherwise={proofLine}
        />
      ) : (
        proofLine
      )}
      <div class={changesTemplate ? 'fix-columns below' : 'fix-columns'}>
        {form ?? <PolicyView policy={api.policy} exchanges={api.exchangeIds.length} />}
        <FixResult model={model} fixes={fixes} handlerFirst={handlerFirst} />
        <FixNotes fixes={fixes} />
      </div>
    </div>
  );
}

/** The kind of a template's APIs where all are of one. */
function onlyKind(template: TemplateState | null): FixKind | null {
  const found = new Set(template?.apis.map((api) => api.kind));
  const [only] = kinds.filter((kind) => found.has(kind));
  return found.size === 1 ? (only ?? null) : null;
}
