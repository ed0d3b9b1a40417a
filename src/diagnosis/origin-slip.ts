import { type OriginNearMiss, originNearMiss } from '../cors/index.ts';
import { rememberLast } from '../exchange/index.ts';
import { severalValues } from './allow-origin-values.ts';
import type { Found, Subject } from './rule.ts';
import {
  blockedScene,
  fault,
  header,
  headerEvidence,
  headerOwner,
  headerRemedies,
  requestEvidence,
  type Scene,
  statedOrigin,
  stepName,
} from './scene.ts';
import { quote } from './text.ts';

/** One allowed origin that is not the one that asks. */
export interface OtherOrigin {
  readonly scene: Scene;
  readonly value: string;
  readonly origin: string | null;
  /** How near it is; null where a pattern, `null` or another site is allowed, or the request's own origin is `null`. */
  readonly near: Exclude<OriginNearMiss, 'host'> | null;
}

/** Null where something else than the origin's spelling blocked the exchange. */
export const otherOrigin = rememberLast((subject: Subject): OtherOrigin | null => {
  const scene = blockedScene(subject);
  if (scene === null || fault(scene) !== 'AllowOriginMismatch' || severalValues(subject) !== null)
    return null;
  const value = header(scene, 'access-control-allow-origin') ?? scene.parameter ?? '';
  const origin = statedOrigin(scene);
  const odd = origin === null || origin === 'null' || value === 'null' || value.includes('*');
  const near = odd ? null : originNearMiss(value, origin);
  return { scene, value, origin, near: near === 'host' ? null : near };
});

/** The finding that all of them share, but for what is wrong with the value. */
export function mismatchFound({ scene, value, origin }: OtherOrigin, title: string, words: string): Found {
  const cached = scene.response.fromCache
    ? ' The response came from a cache that kept it for another origin; `Vary: Origin` prevents that.'
    : '';
  return {
    title,
    explanation: `The ${stepName(scene)} allows ${quote(value)}, but the request comes from ${origin === null ? 'another origin' : quote(origin)}. ${words}${cached}`,
    owner: origin === 'null' ? 'client' : headerOwner(scene),
    evidence: [...headerEvidence(scene, 'access-control-allow-origin'), ...requestEvidence(scene, 'origin')],
    remedies: origin === 'null' ? ['mend-client'] : headerRemedies(scene),
  };
}
