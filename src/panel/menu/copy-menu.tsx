import type { PanelModel } from '../model/model.ts';
import { copyGroups } from './copy-groups.ts';
import { goGroups } from './go-groups.ts';
import { Menu } from './menu.tsx';

/** The menu of a row, or of the detail's copy button, where it is open and its exchange is still there. */
export function CopyMenu({ model }: { readonly model: PanelModel }) {
  const open = model.copying.menu.value;
  const diagnosed = open === null ? undefined : model.mirror.value.exchanges.get(open.id);
  if (open === null || diagnosed === undefined) return null;
  const isCopy = open.opener !== undefined;
  const copies = copyGroups(model, diagnosed);
  return (
    <Menu
      key={open.id}
      label={isCopy ? 'Copy' : 'Request'}
      groups={isCopy ? copies : [...copies, ...goGroups(model, diagnosed)]}
      at={open.at}
      close={model.copying.close}
      opener={open.opener ?? null}
    />
  );
}
