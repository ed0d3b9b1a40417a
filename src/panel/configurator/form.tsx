import { Fragment } from 'preact';
import { type ApiView, type FixKind, type ListPart, listParts, type PolicyEdit } from '../../fix/index.ts';
import type { PanelModel } from '../model/model.ts';
import { Value } from '../view/value.tsx';
import { CheckLine } from './check-line.tsx';
import { type Draft, drafted, isTouched, takenOut, untouched } from './draft.ts';
import { ListField } from './list-field.tsx';
import { MaxAgeField } from './max-age-field.tsx';
import type { Shown } from './result.ts';
import { StageField } from './stage-field.tsx';
import { SwitchField } from './switch-field.tsx';
import { leftOutText, requestsText } from './words.ts';

interface FormProps {
  readonly model: PanelModel;
  readonly api: ApiView;
  readonly kind: FixKind;
  readonly draft: Draft;
  readonly shown: Shown;
  readonly onDraft: (draft: Draft) => void;
}

/** The policy as a form: filled from the traffic, edited by hand, each field checked as it is typed. */
export function Form({ model, api, kind, draft, shown, onDraft }: FormProps) {
  const edit = (...edits: readonly PolicyEdit[]): void =>
    onDraft(edits.reduce((before, one) => drafted(before, api, one), draft));
  const change =
    (type: 'add' | 'remove', part: ListPart) =>
    (...values: readonly string[]) =>
      edit(...values.map((value) => ({ type, part, value })));
  const { policy, check, maxAge } = shown;
  const credentialsAsked = api.traces.find(({ part }) => part === 'credentials')?.count ?? 0;
  return (
    <form
      class="policy"
      data-testid="policy"
      aria-label="Policy"
      onSubmit={(event) => event.preventDefault()}
    >
      {listParts.map((part) => (
        <Fragment key={part}>
          <ListField
            part={part}
            entries={shown.lists[part]}
            removed={takenOut(draft, part)}
            check={(text) => shown.typed(part, text)}
            onAdd={(values) => change('add', part)(...values)}
            onRemove={change('remove', part)}
            onReplace={(value, instead) =>
              edit(
                { type: 'remove', part, value },
                ...instead.map((each) => ({ type: 'add', part, value: each }) as const),
              )
            }
            onOpen={(id) => model.open(id)}
          />
          {part === 'origin' && <StageField model={model} origins={shown.lists.origin} />}
        </Fragment>
      ))}
      <SwitchField
        label="Credentials"
        testId="credentials"
        on={policy.credentials}
        note={
          credentialsAsked > 0
            ? `${requestsText(credentialsAsked)} used cookies or HTTP authentication`
            : api.exchangeIds.length > 0
              ? 'no captured request used them'
              : 'cookies and HTTP authentication'
        }
        check={check.credentials}
        onSwitch={(on) => edit({ type: 'credentials', on })}
      />
      <MaxAgeField
        text={maxAge.text}
        check={maxAge.check}
        onType={(text) => onDraft({ ...draft, maxAge: text })}
      />
      {kind !== 'function-url' && (
        <SwitchField
          label="The API has an authoriser"
          testId="authorizer"
          on={shown.authorizer.on}
          fixed={shown.authorizer.seen}
          note={shown.authorizer.seen ? 'it answered a preflight' : 'OPTIONS must stay free of it'}
          onSwitch={(on) => onDraft({ ...draft, authorizer: on })}
        />
      )}
      {kind === 'rest' && (
        <SwitchField
          label="The API asks for API keys"
          testId="api-key"
          on={shown.apiKey.on}
          fixed={shown.apiKey.seen}
          note={
            shown.apiKey.seen
              ? 'a preflight was refused for the lack of one'
              : 'OPTIONS must stay free of them'
          }
          onSwitch={(on) => onDraft({ ...draft, apiKey: on })}
        />
      )}
      {check.whole
        .filter(({ reason }) => reason !== 'no-origin')
        .map(({ reason, level, why, edits }) => (
          <CheckLine
            key={reason}
            id={`whole-${reason}`}
            check={{
              level,
              reason: 'fine',
              why,
              mended: null,
              instead: edits.length > 0 ? edits.map(editText) : null,
            }}
            onTake={() => edit(...edits)}
          />
        ))}
      {api.leftOut.map((left) => (
        <p key={`${left.part} ${left.value}`} class="dim" data-testid="left-out">
          <Value text={left.value} tone="mono" /> {leftOutText(left)}
        </p>
      ))}
      <p class="dim">
        <Foot api={api} touched={isTouched(draft)} />
        {isTouched(draft) && (
          <button type="button" class="text" data-testid="reset-policy" onClick={() => onDraft(untouched)}>
            {api.exchangeIds.length > 0 ? 'Back to what was captured' : 'Start over'}
          </button>
        )}
      </p>
    </form>
  );
}

const editText = (edit: PolicyEdit): string =>
  edit.type === 'add' || edit.type === 'remove' ? `${edit.type === 'add' ? '' : 'no '}${edit.value}` : '';

function Foot({ api, touched }: { readonly api: ApiView; readonly touched: boolean }) {
  const count = api.exchangeIds.length;
  if (count === 0)
    return (
      <>
        Nothing was captured of this API: the policy is yours alone, and there is no request to prove it with.{' '}
      </>
    );
  if (touched) return <>Changed by hand. </>;
  return (
    <>
      {count === 1 ? 'The one captured request' : `The ${count} captured requests`} asked for everything here.
      Nothing else is let in.
    </>
  );
}
