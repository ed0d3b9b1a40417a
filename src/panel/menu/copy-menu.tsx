import type { PanelModel } from '../model/model.ts';
import { copyGroups } from './copy-groups.ts';
import { Menu } from './menu.tsx';

/** The copy menu, where it is open and its exchange is still there. */
export function CopyMenu({ model }: { readonly model: PanelModel }) {
  const open = model.copying.menu.value;
  const diagnosed = open === null ? undefined : model.mirror.value.exchanges.get(open.id);
  if (open === null || diagnosed === undefined) return null;
  return (
    <Menu
      key={open.id}
      label="Copy"
      groups={copyGroups(model, diagnosed)}
      at={open.at}
      close={model.copying.close}
      opener={open.opener ?? null}
    />
  );
}
