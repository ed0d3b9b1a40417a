import type { Diagnosed } from '../../diagnosis/index.ts';
import type { PanelModel } from '../model/model.ts';

/** What every tab's view gets. */
export interface ViewProps {
  readonly model: PanelModel;
  readonly diagnosed: Diagnosed;
}
