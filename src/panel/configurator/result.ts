import type { Diagnosed, Remedy } from '../../diagnosis/index.ts';
import {
  type ApiView,
  checkEntry,
  checkMaxAge,
  checkPolicy,
  configure,
  editedPolicy,
  entriesOf,
  type FieldCheck,
  type Fix,
  type FixKind,
  type ListPart,
  listParts,
  type PolicyCheck,
  type Proof,
} from '../../fix/index.ts';
import type { Policy } from '../../gateway/index.ts';
import type { Draft } from './draft.ts';

/** One entry of a list as the form shows it. */
export interface Entry {
  readonly value: string;
  /** How many captured exchanges asked for it, and the first of them. */
  readonly count: number;
  readonly exchangeIds: readonly string[];
  readonly development: boolean;
  readonly check: FieldCheck;
}

export interface Switch {
  readonly on: boolean;
  /** The traffic shows it: by hand it cannot be denied. */
  readonly seen: boolean;
}

/** What the form shows of a draft. */
export interface Shown {
  readonly policy: Policy;
  readonly lists: Readonly<Record<ListPart, readonly Entry[]>>;
  readonly check: PolicyCheck;
  readonly maxAge: { readonly text: string; readonly check: FieldCheck };
  readonly authorizer: Switch;
  readonly apiKey: Switch;
  /** Checks a text that is being typed. */
  readonly typed: (part: ListPart, text: string) => FieldCheck;
}

type IsPublicSuffix = (host: string) => boolean;

export function shownOf(
  api: ApiView,
  draft: Draft,
  kind: FixKind,
  diagnosed: readonly Diagnosed[],
  isPublicSuffix: IsPublicSuffix | null,
): Shown {
  const base = editedPolicy(api, draft.edits);
  const text = draft.maxAge ?? (base.policy.maxAge === null ? '' : String(base.policy.maxAge));
  const context = {
    kind,
    credentials: base.policy.credentials,
    ...(isPublicSuffix === null ? {} : { isPublicSuffix }),
  };
  const age = checkMaxAge(text, context);
  const seconds = text === '' || age.level === 'error' ? null : Number(text);
  const policy: Policy = { ...base.policy, maxAge: seconds };
  const authorizer = switchOf(draft.authorizer, diagnosed, 'open-preflight-to-authorizer');
  const apiKey = switchOf(draft.apiKey, diagnosed, 'open-preflight-to-api-key');
  const check = checkPolicy(policy, {
    ...context,
    authorizer: authorizer.on,
    apiKey: apiKey.on,
    traces: base.traces,
  });
  const list = (part: ListPart): readonly Entry[] =>
    entriesOf(policy, part).map((value): Entry => {
      const trace = base.traces.find((one) => one.part === part && one.value === value);
      const found = check.entries.find((one) => one.part === part && one.value === value);
      return {
        value,
        count: trace?.count ?? 0,
        exchangeIds: trace?.exchangeIds ?? [],
        development: trace?.development ?? false,
        check: found?.check ?? checkEntry(part, value, context),
      };
    });
  return {
    policy,
    lists: {
      origin: list('origin'),
      method: list('method'),
      header: list('header'),
      'expose-header': list('expose-header'),
    },
    check,
    maxAge: { text, check: age },
    authorizer,
    apiKey,
    typed: (part, typed) => checkEntry(part, typed, context),
  };
}

/** The policy, fixes and proof of a draft, live. */
export interface Result {
  readonly policy: Policy;
  readonly fixes: readonly Fix[];
  /** Null where nothing was captured to replay. */
  readonly proof: Proof | null;
}

export function resultOf(api: ApiView, shown: Shown, kind: FixKind, diagnosed: readonly Diagnosed[]): Result {
  const { policy, authorizer, apiKey } = shown;
  const wish = { policy, kind, authorizer: authorizer.on, apiKey: apiKey.on };
  const captured = { base: api.identity.base, diagnosed };
  const { fixes, proof } = configure({ ...wish, place: 'globals' }, captured);
  const onResource = configure({ ...wish, place: 'resource' }, captured).fixes.filter(
    (fix) => fix.kind === 'sam' && !fixes.some(({ text }) => text === fix.text),
  );
  const first = fixes.filter(({ kind }) => kind === 'sam');
  const others = fixes.filter(({ kind }) => kind !== 'sam');
  const sound = (part: ListPart): readonly string[] =>
    shown.lists[part].filter(({ check }) => check.level !== 'error').map(({ value }) => value);
  const [origins, methods, headers, exposeHeaders] = listParts.map(sound);
  return {
    policy: {
      ...policy,
      origins: origins ?? [],
      methods: methods ?? [],
      headers: headers ?? [],
      exposeHeaders: exposeHeaders ?? [],
    },
    fixes: [...first, ...onResource, ...others],
    proof,
  };
}

function switchOf(wanted: boolean | null, diagnosed: readonly Diagnosed[], remedy: Remedy): Switch {
  const seen = diagnosed.some(({ findings }) => findings.some(({ remedies }) => remedies.includes(remedy)));
  return { on: seen || wanted === true, seen };
}
