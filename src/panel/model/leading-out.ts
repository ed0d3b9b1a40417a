import type { Diagnosed } from '../../diagnosis/index.ts';
import type { PanelModel } from './model.ts';

/** Of a longer address its beginning is looked for. */
const longest = 1_000;

/**
 * What finds `url` in the Network panel's filter: a part of the address, so without the fragment, which the panel does
 * not look through. White space would end the value, and what follows be read as more of the filter.
 */
export function networkFilter(url: string): string {
  const address = url.replace(/#.*$/s, '').slice(0, longest);
  return `url:${address.replace(/[\s\p{Cc}\p{Cf}\p{Cs}]/gu, encoded)}`;
}

/** Half a surrogate pair has no encoding; as browsers do, the replacement character stands for it. */
const encoded = (character: string): string =>
  encodeURIComponent(/\p{Cs}/u.test(character) ? '\ufffd' : character);

/** Shows the exchange in the Network panel, at the hop that was judged; null for what the panel does not hold. */
export function networkWay(model: PanelModel, { exchange, judgement }: Diagnosed): (() => void) | null {
  const show = model.host.showInNetwork;
  const url = exchange.hops[judgement.hop]?.url;
  if (show === undefined || url === undefined || exchange.source === 'har') return null;
  return () => show(networkFilter(url));
}

/** Shows in Sources where the page's script made the call; null where nothing tells it. */
export function sourceWay(model: PanelModel, { exchange }: Diagnosed): (() => void) | null {
  const open = model.host.openResource;
  const [frame] = exchange.call;
  if (open === undefined || frame === undefined || frame.url === '') return null;
  return () => open(frame.url, frame.line, frame.column);
}
