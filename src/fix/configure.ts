import type { Diagnosed, Finding } from '../diagnosis/index.ts';
import type { Policy } from '../gateway/index.ts';
import type { FixKind } from './api-view.ts';
import { type Beyond, everyBeyond } from './beyond.ts';
import { type CapturedCors, capturedCors } from './captured-cors.ts';
import { capturedPaths } from './captured-paths.ts';
import { checkPolicy } from './check/check-policy.ts';
import { type Circumstances, circumstancesOf } from './circumstances.ts';
import { type CountedNeeds, countNeeds } from './count-needs.ts';
import type { Fix, Proof } from './fix.ts';
import { makeFixes } from './make-fixes.ts';
import { synthesise } from './policy.ts';
import { proveNeeds } from './prove.ts';
import type { Stage } from './stages.ts';
import { tellingFindings } from './telling.ts';
import type { PolicyTrace } from './trace.ts';
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
  /** A route of an HTTP API takes every method (`ANY`, `$default`), preflights too. */
  readonly catchAll?: boolean;
  /** A REST API takes every type as binary (`*~1*`). */
  readonly binaryTypes?: boolean;
  /**
   * Origins by stage; the last stage is what a deployment without a word is. An origin that no stage names is of all. Without
   * any, those of development are kept from production.
   */
  readonly stages?: readonly Stage[];
}

/** What was captured of the API, where there is anything. Asked again with the same array, it is not gone through again. */
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
export function configure(wish: Wish, captured: CapturedApi = nothingCaptured): Configured {
  const { kind, place } = wish;
  const { needs, findings, paths, traces, answered, beyond } = factsOf(captured);
  const check = checkPolicy(wish.policy, { ...wish, traces });
  const policy = soundPart(wish.policy, check);
  const circumstances = wished(wish, circumstancesOf(findings), captured.diagnosed.length > 0);
  const made = makeFixes({
    policy,
    kind,
    findings,
    circumstances,
    paths,
    base: captured.base,
    byHand: true,
    answered,
    beyond,
    stages: wish.stages ?? [],
    onResource: place === 'resource',
  });
  const provable = needs.size > 0 && policy.origins.length > 0;
  return {
    fixes: [...made.filter((fix) => isAt(place, fix)), ...wishNotes(wish, check)],
    proof: provable ? proveNeeds({ policy, kind, needs, circumstances }) : null,
  };
}

const nothingCaptured: CapturedApi = { base: '', diagnosed: [] };

interface Facts {
  readonly needs: CountedNeeds;
  readonly findings: readonly Finding[];
  readonly paths: readonly string[];
  readonly traces: readonly PolicyTrace[];
  readonly answered: CapturedCors;
  readonly beyond: readonly Beyond[];
}

const known = new WeakMap<readonly Diagnosed[], { readonly base: string; readonly facts: Facts }>();

function factsOf({ base, diagnosed }: CapturedApi): Facts {
  const before = known.get(diagnosed);
  if (before?.base === base) return before.facts;
  const needs = countNeeds(diagnosed);
  const facts = {
    needs,
    findings: tellingFindings(diagnosed),
    paths: capturedPaths(base, diagnosed),
    traces: synthesise(needs.values()).traces,
    answered: capturedCors(diagnosed),
    beyond: everyBeyond(diagnosed),
  };
  known.set(diagnosed, { base, facts });
  return facts;
}

/** The switches of a form, over what the traffic asks for. */
function wished(wish: Wish, captured: Circumstances, hasTraffic: boolean): Circumstances {
  const { kind, authorizer, apiKey, catchAll = false, binaryTypes = false } = wish;
  return {
    ...captured,
    openAuthorizer: captured.openAuthorizer || authorizer,
    openApiKey: captured.openApiKey || apiKey,
    textPreflight: captured.textPreflight || binaryTypes,
    explicitRoutes: captured.explicitRoutes || (catchAll && kind === 'http'),
    authorizerOnRoute: captured.authorizerOnRoute || authorizer,
    // Without traffic nobody knows which errors come; the gateway's own should then be readable.
    errorHeaders: captured.errorHeaders || authorizer || apiKey || !hasTraffic,
  };
}

/** Of the two places of one setting, the one that is wanted. */
function isAt(place: Wish['place'], { kind, target }: Fix): boolean {
  if (kind !== 'sam') return true;
  return place === 'globals' ? target !== 'resource' : target !== 'Globals';
}
