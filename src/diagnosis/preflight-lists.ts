import { allowedHeaderNames, isSafelistedMethod } from '../cors/index.ts';
import { rememberLast } from '../exchange/index.ts';
import { toolFinder } from './header-origin.ts';
import { fault, listedNames, type Scene } from './scene.ts';

/** The preflight fails at a list, so that the other list's faults are this request's as well. */
export function failsAtList(scene: Scene): boolean {
  const failed = fault(scene);
  return failed === 'MethodDisallowedByPreflightResponse' || failed === 'HeaderDisallowedByPreflightResponse';
}

/** Every header that the request needs and the preflight does not allow; the decided one is among them. */
export function missingHeaders(scene: Scene): readonly string[] {
  const { needs, inferred } = scene.subject.judgement;
  const listed = namesAllowed(scene);
  const wildcard = inferred.credentials !== 'include' && listed.has('*');
  const named = fault(scene) === 'HeaderDisallowedByPreflightResponse' ? scene.parameter : null;
  const missing = needs.headers.filter(
    (name) => name === named || !(listed.has(name.toLowerCase()) || wildcard),
  );
  return named === null || named === '' || missing.includes(named) ? missing : [named, ...missing];
}

const noNames: ReadonlySet<string> = new Set();

/** What the preflight lists, in lower case; nothing where it does not parse. */
function namesAllowed(scene: Scene): ReadonlySet<string> {
  const listed = allowedHeaderNames(scene.response.headers);
  return listed === 'invalid' ? noNames : listed;
}

/** `missingHeaders`, each with the rule that it belongs to. */
export interface RefusedHeaders {
  readonly tracing: readonly string[];
  readonly sdk: readonly string[];
  /** `Authorization`, where the list has a `*` that does not cover it (CORS-preflight fetch step 7.6). */
  readonly uncovered: readonly string[];
  readonly other: readonly string[];
}

/** Sorts what the preflight does not allow, so that each header is told by one rule. */
export const refusedHeaders = rememberLast((scene: Scene): RefusedHeaders => {
  const toolsOf = toolFinder(scene.subject.judgement.needs.headers);
  const listed = namesAllowed(scene);
  const sorted: Record<keyof RefusedHeaders, string[]> = { tracing: [], sdk: [], uncovered: [], other: [] };
  const kindOf = (name: string): keyof RefusedHeaders => {
    if (name.toLowerCase() === 'authorization' && listed.has('*')) return 'uncovered';
    return toolsOf(name)[0]?.family ?? 'other';
  };
  for (const name of missingHeaders(scene)) sorted[kindOf(name)].push(name);
  return sorted;
});

/** The method that the preflight does not allow; null where it is not at fault. */
export function refusedMethod(scene: Scene): string | null {
  if (!failsAtList(scene)) return null;
  const { method } = scene.subject.judgement.needs;
  if (fault(scene) === 'MethodDisallowedByPreflightResponse') return scene.parameter ?? method;
  const allowed = listedNames(scene.response.headers, 'access-control-allow-methods');
  return isSafelistedMethod(method) || allowed.includes(method) || allowed.includes('*') ? null : method;
}

/** Preflights of an API before an unused entry of its lists is spoken of: a few prove nothing. */
export const enoughPreflights = 10;
