import type { Policy, TemplateApi } from '../../gateway/index.ts';
import { type Stranger, strangersTo } from '../strangers.ts';
import type { CapturedCall } from './captured-call.ts';
import { replayActual, replayPreflight, type Scene } from './replay-call.ts';
import type { Admitted } from './template-proof.ts';

/** Routes at which strangers are tried; more of them say nothing more, and the proof stays cheap. */
const placeLimit = 8;

/** A stranger counts once; `others`: origins that are to be strangers here: it is refused where no captured route lets it in. */
export function tryStrangers(
  scene: Scene,
  calls: readonly CapturedCall[],
  others: readonly string[] = [],
): { readonly refused: number; readonly unverified: number; readonly admitted: readonly Admitted[] } {
  const places = placesOf(calls);
  const [first] = places;
  if (first === undefined) return { refused: 0, unverified: 0, admitted: [] };
  const known = union(scene.policy, allowedBy(scene.api));
  let refused = 0;
  let unverified = 0;
  const admitted: Admitted[] = [];
  for (const stranger of strangersTo(known, others)) {
    let by: Admitted['by'] | null = null;
    let doubtful = false;
    for (const place of places) {
      const got = tryAt(scene, place, stranger);
      doubtful ||= got.unverified;
      by ??= got.by;
    }
    if (doubtful) unverified += 1;
    if (by === null) refused += 1;
    else {
      const { what, origin, method, headers } = stranger;
      admitted.push({ what, origin, method, headers, by });
    }
  }
  return { refused, unverified, admitted };
}

/** One call per route that takes OPTIONS, and one per function's way to answer. */
function placesOf(calls: readonly CapturedCall[]): readonly CapturedCall[] {
  const places = new Map<string, CapturedCall>();
  for (const call of calls) {
    if (places.size >= placeLimit) break;
    const { preflightTaker: taker, actualTaker } = call;
    const options = taker === null ? '' : taker.kind === 'route' ? taker.route.path : taker.preflight.path;
    const key = `${options} ${actualTaker?.kind === 'route' ? (actualTaker.route.functionId ?? '') : ''}`;
    if (!places.has(key)) places.set(key, call);
  }
  return [...places.values()];
}

function tryAt(
  scene: Scene,
  place: CapturedCall,
  stranger: Stranger,
): { readonly by: Admitted['by'] | null; readonly unverified: boolean } {
  const asked = replayPreflight(
    scene,
    place,
    stranger.what === 'method' ? stranger : { ...stranger, method: askedMethod(stranger, place) },
  );
  const passed = asked.refusal === null;
  if (stranger.what === 'method' || stranger.what === 'header')
    return { by: passed ? byOptions(place) : null, unverified: asked.answer.unverified };
  // These must get nothing by a simple request either.
  const answered = place.actualAnswered.by === 'code' ? place.actualAnswered : ({ by: 'unseen' } as const);
  const actual = replayActual(scene, place, stranger, answered);
  const reads = actual.refusal === null;
  const unverified = asked.answer.unverified || actual.answer.unverified;
  if (passed) return { by: byOptions(place), unverified };
  return { by: reads ? (scene.api.kind === 'rest' ? 'handler' : 'template') : null, unverified };
}

/** The captured method, so that a preflight is refused for who asks and not for what. */
const askedMethod = ({ method }: Stranger, { need }: CapturedCall): string => need.method || method;

const byOptions = ({ preflightTaker }: CapturedCall): Admitted['by'] =>
  preflightTaker?.kind === 'route' && preflightTaker.route.integration !== 'mock' ? 'handler' : 'template';

/** What the template names, whatever was captured: what it lists is no stranger to it. */
function allowedBy({ policy, preflights }: TemplateApi): Policy {
  if (policy !== null) return policy;
  const listed = (name: string): readonly string[] => [
    ...new Set(
      preflights.flatMap(({ headers }) =>
        headers
          .filter((header) => header.name.toLowerCase() === name)
          .flatMap(({ sent }) => sent.split(',').map((part) => part.trim())),
      ),
    ),
  ];
  return {
    origins: listed('access-control-allow-origin'),
    methods: listed('access-control-allow-methods'),
    headers: listed('access-control-allow-headers').map((name) => name.toLowerCase()),
    exposeHeaders: [],
    credentials: listed('access-control-allow-credentials').includes('true'),
    maxAge: null,
  };
}

function union(one: Policy, other: Policy): Policy {
  const both = (a: readonly string[], b: readonly string[]) => [...new Set([...a, ...b])];
  return {
    // `*` names nobody: whoever it lets in is a stranger.
    origins: both(one.origins, other.origins).filter((origin) => !origin.includes('*')),
    methods: both(one.methods, other.methods).filter((method) => method !== '*'),
    headers: both(one.headers, other.headers).filter((name) => name !== '*'),
    exposeHeaders: [],
    credentials: one.credentials || other.credentials,
    maxAge: null,
  };
}
