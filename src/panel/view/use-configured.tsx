import type { ComponentChildren } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import type { ApiView, Fix, FixKind, Proof } from '../../fix/index.ts';
import type { Policy } from '../../gateway/index.ts';
import { type FormRoom, loadForm } from '../model/configuring.ts';
import type { PanelModel } from '../model/model.ts';

interface Configured {
  readonly fixes: readonly Fix[];
  /** Null where nothing can be replayed. */
  readonly proof: Proof | null;
  /** Of the user's making; null: as captured. */
  readonly policy: Policy | null;
  /** Null until the form is loaded. */
  readonly form: ComponentChildren;
}

/** The fixes, proof and form of an API: as the session made them until the user changes something by hand. */
export function useConfigured(model: PanelModel, api: ApiView, kind: FixKind): Configured {
  const { drafts, room } = model.configuring;
  useEffect(() => {
    void loadForm(model.configuring).then((loaded) => {
      if (!loaded) model.announcement.value = 'The form could not be loaded';
    });
  }, []);
  const suffixes = room.value?.suffixes.value ?? null;
  const draft = drafts.value.get(api.identity.id) ?? null;
  const made = useMemo(
    () => (room.value === null ? null : madeBy(room.value, model, api, kind)),
    [room.value, api, kind, draft, suffixes],
  );
  const asCaptured = { fixes: api.fixes[kind], proof: api.proofs[kind], policy: null };
  if (made === null || room.value === null) return { ...asCaptured, form: null };
  const { Form } = room.value;
  const form = (
    <Form
      model={model}
      api={api}
      kind={kind}
      draft={made.draft}
      shown={made.shown}
      onDraft={(next) => {
        drafts.value = new Map(drafts.value).set(api.identity.id, next);
      }}
    />
  );
  return { ...(made.result ?? asCaptured), form };
}

function madeBy(room: FormRoom, model: PanelModel, api: ApiView, kind: FixKind) {
  const draft = model.configuring.drafts.value.get(api.identity.id) ?? room.untouched;
  const { exchanges } = model.mirror.value;
  const diagnosed = api.exchangeIds.flatMap((id) => exchanges.get(id) ?? []);
  const shown = room.shownOf(api, draft, kind, diagnosed, room.suffixes.value);
  const untouched = !room.isTouched(draft) && api.exchangeIds.length > 0;
  return { draft, shown, result: untouched ? null : room.resultOf(api, shown, kind, diagnosed) };
}
