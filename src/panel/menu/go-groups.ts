import type { Diagnosed } from '../../diagnosis/index.ts';
import { networkWay, sourceWay } from '../model/leading-out.ts';
import type { PanelModel } from '../model/model.ts';
import type { MenuGroup } from './entry.ts';

/** Where else in DevTools the exchange is found; no group where the browser or the capture knows of no such place. */
export function goGroups(model: PanelModel, diagnosed: Diagnosed): readonly MenuGroup[] {
  const ways = [
    ['reveal-in-network-item', 'Reveal in Network', networkWay(model, diagnosed)],
    ['open-call', 'Open call in Sources', sourceWay(model, diagnosed)],
  ] as const;
  const entries = ways.flatMap(([id, label, run]) =>
    run === null ? [] : [{ type: 'item', id, label, run } as const],
  );
  return entries.length === 0 ? [] : [{ heading: null, entries }];
}
