import { decodeHar } from '../../src/capture/index.ts';
import type { Diagnosed } from '../../src/diagnosis/index.ts';
import { runPipe } from '../../src/session/index.ts';

/** What the product makes of a HAR's text. */
export function fromHar(text: string): readonly Diagnosed[] {
  const decoded = decodeHar(text);
  if (!decoded.ok) throw new Error(JSON.stringify(decoded.fault));
  return runPipe({ events: decoded.events, source: 'har', browser: decoded.browser }).exchanges;
}
