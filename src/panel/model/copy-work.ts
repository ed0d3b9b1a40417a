/** What copying needs beyond the list itself, loaded when a menu opens. */
import type { Diagnosed } from '../../diagnosis/index.ts';
import { type Redactor, redactorSteps } from '../../report/index.ts';
import { inSlices, pageSlicing } from './slices.ts';

export { copyText, findingCopy, openRedactor } from '../../report/index.ts';

/** By the capture that they know: one that did not change need not be learned again. */
const known = new WeakMap<readonly Diagnosed[], Promise<Redactor>>();

/** The redactor that knows all secrets of a capture. Learning those of a large one takes a while; the panel goes on. */
export function learned(capture: readonly Diagnosed[]): Promise<Redactor> {
  const before = known.get(capture);
  if (before !== undefined) return before;
  const redactor = learn(capture);
  known.set(capture, redactor);
  return redactor;
}

async function learn(capture: readonly Diagnosed[]): Promise<Redactor> {
  const steps = redactorSteps(capture);
  let step = steps.next();
  function* texts(): Generator<string> {
    for (; step.done !== true; step = steps.next()) yield '';
  }
  await inSlices(texts(), pageSlicing, (text) => text);
  if (step.done !== true) throw new Error('The secrets were not learned.');
  return step.value;
}
