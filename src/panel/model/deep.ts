import type { DeepState } from '../../session/index.ts';
import type { PanelModel } from './model.ts';

export function isDeepWanted(deep: DeepState): boolean {
  return deep === 'on' || deep === 'starting';
}

/** Switching on is explained first, once: the browser will show a bar of which the user should know. */
export function toggleDeep(model: PanelModel): void {
  const wanted = isDeepWanted(model.mirror.value.state.deep);
  if (!wanted && !model.host.explained.get()) model.explaining.value = true;
  else model.send({ type: 'capture', deep: !wanted });
}

export function continueToDeep(model: PanelModel): void {
  model.host.explained.set();
  model.explaining.value = false;
  model.send({ type: 'capture', deep: true });
}

/** Elsewhere than in deep capture the control only tells what it needs. */
export function toggleDisableCache(model: PanelModel): void {
  const { deep, disableCache } = model.mirror.value.state;
  if (deep === 'on') model.send({ type: 'disable-cache', on: !disableCache });
  else model.explaining.value = true;
}
