import { signal } from '@preact/signals';
import type { PanelModel } from '../model/model.ts';

type Views = typeof import('./views.ts');

/** The detail's views; null until they are there. They are not in the panel's first JavaScript: the list is drawn without them. */
export const broughtViews = signal<Views | null>(null);

/** Brings them, once. */
export async function bringViews(model: PanelModel): Promise<void> {
  if (broughtViews.value !== null) return;
  try {
    broughtViews.value = await import('./views.ts');
  } catch {
    model.announcement.value = 'The details could not be loaded';
  }
}
