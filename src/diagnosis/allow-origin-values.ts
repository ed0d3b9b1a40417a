import { rememberLast } from '../exchange/index.ts';
import type { Subject } from './rule.ts';
import { blockedScene, fault, header, type Scene } from './scene.ts';

/** An Access-Control-Allow-Origin that holds more than one value. */
export interface SeveralValues {
  readonly scene: Scene;
  readonly value: string;
  /** Several lines, or one value repeated: two owners wrote it. Else one owner wrote a list. */
  readonly twice: boolean;
}

/** Null where the header holds one value, or is not what blocked the exchange. */
export const severalValues = rememberLast((subject: Subject): SeveralValues | null => {
  const scene = blockedScene(subject);
  if (scene === null) return null;
  const code = fault(scene);
  if (code !== 'MultipleAllowOriginValues' && !/^(AllowOriginMismatch|InvalidAllowOrigin)/.test(code))
    return null;
  const lines = scene.response.headers.filter(
    ([name]) => name.toLowerCase() === 'access-control-allow-origin',
  ).length;
  if (code !== 'MultipleAllowOriginValues' && lines < 2) return null;
  const value = header(scene, 'access-control-allow-origin') ?? '';
  const values = value.split(',', 20).map((part) => part.trim());
  return { scene, value, twice: lines > 1 || values.includes('*') || new Set(values).size < values.length };
});
