import { fault, listedNames, type Scene } from './scene.ts';

/** The preflight fails at a list, so that the other list's faults are this request's as well. */
export function failsAtList(scene: Scene): boolean {
  const failed = fault(scene);
  return failed === 'MethodDisallowedByPreflightResponse' || failed === 'HeaderDisallowedByPreflightResponse';
}

/** Every header that the request needs and the preflight does not allow; the decided one is among them. */
export function missingHeaders(scene: Scene): readonly string[] {
  const { needs, inferred } = scene.subject.judgement;
  const listed = new Set(
    listedNames(scene.response.headers, 'access-control-allow-headers').map((name) => name.toLowerCase()),
  );
  const wildcard = inferred.credentials !== 'include' && listed.has('*');
  const named = fault(scene) === 'HeaderDisallowedByPreflightResponse' ? scene.parameter : null;
  const missing = needs.headers.filter(
    (name) => name === named || !(listed.has(name.toLowerCase()) || wildcard),
  );
  return named === null || named === '' || missing.includes(named) ? missing : [named, ...missing];
}

/** Preflights of an API before an unused entry of its lists is spoken of: a few prove nothing. */
export const enoughPreflights = 10;
