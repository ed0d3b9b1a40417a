import type { Tab } from '../model/model.ts';
import { Diagnosis } from './diagnosis.tsx';
import { FixView } from './fix-view.tsx';
import { HeadersView } from './headers-view.tsx';

/** What the detail's tabs show. */
export const views: Readonly<Record<Tab, typeof Diagnosis>> = {
  diagnosis: Diagnosis,
  headers: HeadersView,
  fix: FixView,
};

export { FindingCard } from './finding-card.tsx';
export { ApiFix } from './fix-view.tsx';
