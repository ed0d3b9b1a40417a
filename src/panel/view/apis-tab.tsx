import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { PanelModel } from '../model/model.ts';

type ApisRoom = typeof import('../apis/index.ts');

/** The APIs view, brought when it is first asked for. */
export function ApisTab({ model }: { readonly model: PanelModel }) {
  const room = useSignal<ApisRoom | null>(null);
  useEffect(() => {
    const load = async (): Promise<void> => {
      try {
        room.value = await import('../apis/index.ts');
      } catch {
        model.announcement.value = 'The APIs could not be loaded';
        model.view.value = 'list';
      }
    };
    void load();
  }, []);
  if (room.value === null)
    return (
      <div class="apis dim">
        <p class="nothing">Loading…</p>
      </div>
    );
  const { ApisView } = room.value;
  return <ApisView model={model} />;
}
