import type { Diagnosed } from '../../diagnosis/index.ts';
import type { ApiView, Fix, FixKind } from '../../fix/index.ts';
import type { PanelModel } from '../model/model.ts';
import { fixKindNames } from '../model/names.ts';
import { targetLabels } from '../model/targets.ts';
import { FixCode } from './fix-code.tsx';
import { HandlerCode } from './handler-code.tsx';
import { PolicyView } from './policy-view.tsx';
import { ProofLine } from './proof-line.tsx';
import { Segmented } from './segmented.tsx';
import { TemplateFix } from './template-fix.tsx';
import { Value } from './value.tsx';
import type { ViewProps } from './view-props.ts';

const kinds: readonly FixKind[] = ['rest', 'http', 'function-url'];

/** The one fix of the exchange's API. */
export function FixView({ model, diagnosed }: ViewProps) {
  const api = model.mirror.value.apis.find(({ identity }) => identity.id === diagnosed.apiId);
  if (api === undefined) return <p class="dim">There is no fix for this request’s server yet.</p>;
  const root = diagnosed.findings.find(({ causedBy }) => causedBy === null);
  return <ApiFix model={model} api={api} open={diagnosed} handlerFirst={root?.owner === 'handler'} />;
}

interface ApiFixProps {
  readonly model: PanelModel;
  readonly api: ApiView;
  readonly open: Diagnosed;
  /** Where the handler owes what is missing, its change is what the reader came for. */
  readonly handlerFirst: boolean;
}

function ApiFix({ model, api, open, handlerFirst }: ApiFixProps) {
  const { id } = api.identity;
  const kind = model.fixKinds.value.get(id) ?? api.suggested;
  const fixes = api.fixes[kind].filter(isCode);
  const notes = api.fixes[kind].filter((fix) => !isCode(fix));
  const labels = targetLabels(fixes);
  const asked = labels.indexOf(model.fixTarget.value ?? '');
  const suggested = handlerFirst ? fixes.findIndex((fix) => fix.kind === 'handler') : 0;
  const chosen = Math.max(0, asked >= 0 ? asked : suggested);
  const fix = fixes[chosen];
  const { template } = model.mirror.value.state;
  const proof = (
    <ProofLine
      proof={api.proofs[kind]}
      parts={fixes.some((each) => each.kind === 'handler') && kind === 'rest'}
    />
  );
  return (
    <div class="fix-view">
      <div class="fix-head">
        <h1>One fix for this API</h1>
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
      <p class="dim base">
        <Value text={api.identity.base} tone="mono" />
      </p>
      {template?.fault === null ? (
        <TemplateFix
          model={model}
          template={template}
          api={api}
          open={open}
          policy={null}
          otherwise={proof}
        />
      ) : (
        proof
      )}
      <div class="fix-columns">
        <PolicyView policy={api.policy} exchanges={api.exchangeIds.length} />
        <div class="fix-main">
          {fixes.length > 1 && (
            <Segmented
              label="Where the change goes"
              options={labels.map((label) => ({ key: label, label, testId: 'fix-target' }))}
              chosen={labels[chosen] ?? ''}
              onChoose={(key) => {
                model.fixTarget.value = key;
              }}
            />
          )}
          {fix?.handler && <HandlerCode model={model} fix={fix} shape={fix.handler} />}
          {fix && !fix.handler && <FixCode model={model} fix={fix} />}
          {fix === undefined && <p class="dim">Nothing to copy for this gateway.</p>}
          {notes.map((note, index) => (
            <Note key={index} note={note} />
          ))}
        </div>
      </div>
    </div>
  );
}

/** Of the notes, commands are copied like any code; the others are read. */
const isCode = (fix: Fix) => fix.kind !== 'note' || fix.language !== 'text';

function Note({ note }: { readonly note: Fix }) {
  return (
    <div class="fix-note" data-testid="fix-note">
      <b>
        <Value text={note.title} />
      </b>
      <p>
        <Value text={note.text} />
      </p>
    </div>
  );
}
