import type { Policy } from '../gateway/index.ts';
import { isDevelopment } from './development.ts';
import type { PolicyPart, PolicyTrace } from './trace.ts';

/** The parts of a policy that are lists. */
export type ListPart = Exclude<PolicyPart, 'credentials'>;

/** One change by hand. Values as `checkOrigin` and its siblings take them; nothing is checked here. */
export type PolicyEdit =
  | { readonly type: 'add' | 'remove'; readonly part: ListPart; readonly value: string }
  | { readonly type: 'credentials'; readonly on: boolean }
  /** Seconds; null: not set. */
  | { readonly type: 'max-age'; readonly seconds: number | null }
  /** Back to what was captured. */
  | { readonly type: 'reset' };

/** A policy with who asked for each of its entries. An entry that was added by hand has a trace with a count of 0. */
export interface TracedPolicy {
  readonly policy: Policy;
  readonly traces: readonly PolicyTrace[];
}

/** Where nothing was captured: the policy that a form begins with. */
export const nothingAllowed: TracedPolicy = {
  policy: { origins: [], methods: [], headers: [], exposeHeaders: [], credentials: false, maxAge: null },
  traces: [],
};

const listOf = {
  origin: 'origins',
  method: 'methods',
  header: 'headers',
  'expose-header': 'exposeHeaders',
} as const satisfies Record<ListPart, keyof Policy>;

export const listParts: readonly ListPart[] = ['origin', 'method', 'header', 'expose-header'];

/** The entries of one part. */
export function entriesOf(policy: Policy, part: ListPart): readonly string[] {
  return policy[listOf[part]];
}

/**
 * A policy after changes by hand. They are kept apart from the base and made again whenever it grows, so that what traffic
 * brings later is not lost.
 */
export function editedPolicy(base: TracedPolicy, edits: readonly PolicyEdit[]): TracedPolicy {
  const policy = edits.reduce((before, edit) => edited(before, edit, base.policy), base.policy);
  const known = new Map(base.traces.map((trace) => [`${trace.part} ${trace.value}`, trace]));
  const traceOf = (part: PolicyPart, value: string): PolicyTrace =>
    known.get(`${part} ${value}`) ?? {
      part,
      value,
      count: 0,
      exchangeIds: [],
      development: part === 'origin' && isDevelopment(value),
    };
  const traces = [
    ...listParts.flatMap((part) => entriesOf(policy, part).map((value) => traceOf(part, value))),
    ...(policy.credentials ? [traceOf('credentials', 'include')] : []),
  ];
  return { policy, traces };
}

function edited(policy: Policy, edit: PolicyEdit, base: Policy): Policy {
  switch (edit.type) {
    case 'add':
    case 'remove':
      return withEntry(policy, edit);
    case 'credentials':
      return { ...policy, credentials: edit.on };
    case 'max-age':
      return { ...policy, maxAge: edit.seconds };
    case 'reset':
      return base;
  }
}

function withEntry(
  policy: Policy,
  { type, part, value }: Extract<PolicyEdit, { readonly part: ListPart }>,
): Policy {
  const entry = entryText(part, value);
  const others = entriesOf(policy, part).filter((one) => one !== entry);
  return { ...policy, [listOf[part]]: type === 'add' ? [...others, entry].sort() : others };
}

/** As a policy writes it: header names in lower case. */
function entryText(part: ListPart, value: string): string {
  return part === 'header' || part === 'expose-header' ? value.toLowerCase() : value;
}

/** The changes with one more, and without those that it makes pointless: at most one for each entry is kept. */
export function withEdit(edits: readonly PolicyEdit[], edit: PolicyEdit): readonly PolicyEdit[] {
  if (edit.type === 'reset') return [];
  return [...edits.filter((one) => subjectOf(one) !== subjectOf(edit)), edit];
}

function subjectOf(edit: PolicyEdit): string {
  return edit.type === 'add' || edit.type === 'remove'
    ? `${edit.part} ${entryText(edit.part, edit.value)}`
    : edit.type;
}
