import type { PanelModel } from './model.ts';

/** By what the notice calls the demo: nobody may take it for their own traffic. */
export const demoName = 'the demo, recorded from an emulated API Gateway (not your traffic)';

/** Shows the demo capture in place of the list, as a file would be; it is not in the panel's first JavaScript. */
export async function showDemo(model: PanelModel): Promise<void> {
  try {
    const { default: capture } = await import('../demo/capture.json');
    model.send({ type: 'import-file', name: demoName, text: JSON.stringify(capture) });
  } catch {
    model.announcement.value = 'The demo could not be loaded';
  }
}
