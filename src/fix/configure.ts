import type { Diagnosed } from '../diagnosis/index.ts';
import type { Policy } from '../gateway/index.ts';
import type { FixKind } from './api-view.ts';
import { capturedPaths } from './captured-paths.ts';
import { checkPolicy } from './check/check-policy.ts';
import { type Circumstances, circumstancesOf } from './circumstances.ts';
import { countNeeds } from './count-needs.ts';
import type { Fix, Proof } from './fix.ts';
import { makeFixes } from './make-fixes.ts';
import { proveNeeds } from './prove.ts';
import { tellingFindings } from './telling.ts';
import { soundPart, wishNotes } from './wish-notes.ts';

/** What the user wants of an API, said by hand. */
export interface Wish {
  readonly policy: Policy;
  readonly kind: FixKind;
  /** Where the setting goes. What `Globals` cannot hold is written to the resource all the same. */
  readonly place: 'globals' | 'resource';
  /** The API has an authoriser. */
  readonly authorizer: boolean;
  /** The API asks for API keys; a REST API's alone can. */
  readonly apiKey: boolean;
}

/** What was captured of the API, where there is anything. */
export interface CapturedApi {
  readonly base: string;
  readonly diagnosed: readonly Diagnosed[];
}

export interface Configured {
  readonly fixes: readonly Fix[];
  /** Null where nothing was captured to replay, or nothing can be written. */
  readonly proof: Proof | null;
}

/**
 * The fixes for a policy made by hand, with no traffic at all or beside what was captured. An entry that no gateway or browser
 * takes is left out, and said so; a wildcard is written because the user asks for it, and its cost is said.
 */
export function configure(wish: Wish, captured: CapturedApi = { base: '', diagnosed: [] }): Configured {
  const { base, diagnosed } = captured;
  const { kind } = wish;
  const check = checkPolicy(wish.policy, wish);
  const policy = soundPart(wish.policy, check);
  const findings = tellingFindings(diagnosed);
  const circumstances = wished(wish, circumstancesOf(findings), diagnosed.length > 0);
  const made = makeFixes({
    policy,
    kind,
    findings,
    circumstances,
    paths: capturedPaths(base, diagnosed),
    base,
    byHand: true,
  });
  const needs = countNeeds(diagnosed);
  const provable = needs.size > 0 && policy.origins.length > 0;
  return {
    fixes: [...made.filter((fix) => isAt(wish.place, fix)), ...wishNotes(wish, check)],
    proof: provable ? proveNeeds({ policy, kind, needs, circumstances }) : null,
  };
}

/** The switches of a form, over what the traffic asks for. */
function wished({ authorizer, apiKey }: Wish, captured: Circumstances, hasTraffic: boolean): Circumstances {
  return {
    ...captured,
    openAuthorizer: captured.openAuthorizer || authorizer,
    openApiKey: captured.openApiKey || apiKey,
    // Without traffic nobody knows which errors come; the gateway's own should then be readable.
    errorHeaders: captured.errorHeaders || authorizer || apiKey || !hasTraffic,
  };
}

/** Of the two places of one setting, the one that is wanted. */
function isAt(place: Wish['place'], { kind, target }: Fix): boolean {
  if (kind !== 'sam') return true;
  return place === 'globals' ? target !== 'resource' : target !== 'Globals';
}
