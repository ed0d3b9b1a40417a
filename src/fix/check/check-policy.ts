import type { Policy } from '../../gateway/index.ts';
import { entriesOf, type ListPart, listParts } from '../edited-policy.ts';
import type { PolicyTrace } from '../trace.ts';
import { checkCredentials } from './check-credentials.ts';
import { checkExposedHeader } from './check-exposed-header.ts';
import { checkMaxAge } from './check-max-age.ts';
import { checkMethod } from './check-method.ts';
import { checkOrigin } from './check-origin.ts';
import { checkRequestHeader } from './check-request-header.ts';
import type { CheckContext, CheckLevel, FieldCheck } from './field-check.ts';
import { type PolicyFault, wholeFaults } from './whole-faults.ts';

/** What the form says of an API besides the policy. */
export interface PolicyContext extends Pick<CheckContext, 'kind' | 'isPublicSuffix'> {
  /** The API has an authoriser. */
  readonly authorizer: boolean;
  readonly apiKey: boolean;
  /** Who asked for the entries; without any, the policy is made by hand. */
  readonly traces?: readonly PolicyTrace[];
}

export interface EntryCheck {
  readonly part: ListPart;
  readonly value: string;
  readonly check: FieldCheck;
}

export interface PolicyCheck {
  /** The worst of all. */
  readonly level: CheckLevel;
  /** Of every entry, in the policy's order. */
  readonly entries: readonly EntryCheck[];
  readonly credentials: FieldCheck;
  readonly maxAge: FieldCheck;
  /** What is amiss between the entries. */
  readonly whole: readonly PolicyFault[];
}

const checks = {
  origin: checkOrigin,
  method: checkMethod,
  header: checkRequestHeader,
  'expose-header': checkExposedHeader,
} as const satisfies Record<ListPart, (text: string, context: CheckContext) => FieldCheck>;

/** Checks one value that is typed into a list of a policy. What it offers checks without error. */
export function checkEntry(part: ListPart, text: string, context: CheckContext): FieldCheck {
  const check = checks[part](text, context);
  // A stray quote or dash may be a part of a name: then what was made of it is not offered.
  const usable = (value: string) => checks[part](value, context).level !== 'error';
  if (check.instead === null || check.instead.every(usable)) return check;
  return { ...check, mended: null, instead: null };
}

/** Checks a policy as a whole: each entry, and what they are together for this kind of gateway. */
export function checkPolicy(policy: Policy, context: PolicyContext): PolicyCheck {
  const { kind, isPublicSuffix, traces = [] } = context;
  const asked = new Set(traces.filter(({ count }) => count > 0).map(({ part, value }) => `${part} ${value}`));
  const base = { kind, credentials: policy.credentials, ...(isPublicSuffix && { isPublicSuffix }) };
  const entries = listParts.flatMap((part) =>
    entriesOf(policy, part).map((value) => ({
      part,
      value,
      check: checkEntry(part, value, { ...base, asked: asked.has(`${part} ${value}`) }),
    })),
  );
  const credentials = checkCredentials(policy);
  const maxAge = checkMaxAge(policy.maxAge === null ? '' : String(policy.maxAge), base);
  const whole = wholeFaults(policy, context);
  const levels = [...entries.map(({ check }) => check.level), credentials.level, maxAge.level].concat(
    whole.map(({ level }) => level),
  );
  return { level: worst(levels), entries, credentials, maxAge, whole };
}

function worst(levels: readonly CheckLevel[]): CheckLevel {
  if (levels.includes('error')) return 'error';
  return levels.includes('warning') ? 'warning' : 'ok';
}
