import { useLayoutEffect, useRef } from 'preact/hooks';
import type { MenuCheck, MenuGroup, MenuItem, MenuPlace } from './entry.ts';
import { nextIndex } from './next-index.ts';

interface MenuProps {
  readonly label: string;
  readonly groups: readonly MenuGroup[];
  readonly at: MenuPlace;
  /** Takes the menu away and gives the focus back. */
  readonly close: () => unknown;
  /** Clicks on it are its own: it closes the menu that it opened. */
  readonly opener: HTMLElement | null;
}

/** What is left of the panel on each side of a menu, in pixels. */
const margin = 4;

const itemsOf = (menu: HTMLElement): readonly HTMLElement[] => [
  ...menu.querySelectorAll<HTMLElement>('[role^="menuitem"]'),
];

/**
 * A menu as the ARIA Authoring Practices have it: the focus is in it from the start, arrows, Home, End and first letters
 * move it, Tab and Escape close it.
 */
export function Menu({ label, groups, at, close, opener }: MenuProps) {
  const menu = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = menu.current;
    if (element === null) return;
    place(element, at);
    itemsOf(element)[0]?.focus();
    const view = element.ownerDocument.defaultView;
    const outside = (event: Event): void => {
      const { target } = event;
      if (target instanceof Node && (element.contains(target) || opener?.contains(target) === true)) return;
      close();
    };
    view?.addEventListener('pointerdown', outside, true);
    view?.addEventListener('resize', close);
    view?.addEventListener('blur', close);
    return () => {
      view?.removeEventListener('pointerdown', outside, true);
      view?.removeEventListener('resize', close);
      view?.removeEventListener('blur', close);
    };
  }, [at, close, opener]);

  const onKeyDown = (event: KeyboardEvent): void => {
    const element = menu.current;
    if (element === null || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Tab' || event.key === 'Escape') close();
    else {
      const items = itemsOf(element);
      const current = items.findIndex((item) => item.matches(':focus'));
      const labels = items.map((item) => item.textContent);
      const next = nextIndex(labels, current, event.key);
      if (next === null) return;
      items[next]?.focus();
    }
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div
      ref={menu}
      class="menu"
      role="menu"
      tabIndex={-1}
      aria-label={label}
      data-testid="menu"
      onKeyDown={onKeyDown}
      onContextMenu={(event) => event.preventDefault()}
    >
      {groups.map((group, index) => (
        <div key={index} role="group" aria-label={group.heading ?? label}>
          {index > 0 && <div class="line" role="presentation" />}
          {group.heading !== null && (
            <div class="heading" role="presentation">
              {group.heading}
            </div>
          )}
          {group.entries.map((entry) =>
            entry.type === 'item' ? (
              <Item key={entry.id} item={entry} close={close} />
            ) : (
              <Check key={entry.id} check={entry} />
            ),
          )}
          {group.note && (
            <div class={group.note.warns ? 'note warn' : 'note dim'} role="presentation">
              {group.note.text}
            </div>
          )}
        </div>
      ))}
    </div>
  );
}

function Item({ item, close }: { readonly item: MenuItem; readonly close: () => unknown }) {
  return (
    <button
      type="button"
      class="item"
      role="menuitem"
      tabIndex={-1}
      data-testid={item.id}
      aria-disabled={item.disabled === true}
      onClick={() => {
        if (item.disabled === true) return;
        close();
        item.run();
      }}
      onPointerMove={(event) => event.currentTarget.focus()}
    >
      {item.label}
    </button>
  );
}

function Check({ check }: { readonly check: MenuCheck }) {
  return (
    <button
      type="button"
      class="item"
      role="menuitemcheckbox"
      tabIndex={-1}
      data-testid={check.id}
      aria-checked={check.checked}
      onClick={check.toggle}
      onPointerMove={(event) => event.currentTarget.focus()}
    >
      <span class="mark" aria-hidden="true">
        {check.checked ? '✓' : ''}
      </span>
      {check.label}
    </button>
  );
}

/** Within the panel: to the other side of the pointer where there is no room on this one. */
function place(element: HTMLElement, { x, y }: MenuPlace): void {
  const { innerWidth, innerHeight } = element.ownerDocument.defaultView ?? { innerWidth: 0, innerHeight: 0 };
  const { width, height } = element.getBoundingClientRect();
  const left = x + width + margin > innerWidth ? Math.min(x, innerWidth) - width : x;
  const top = y + height + margin > innerHeight ? innerHeight - height - margin : y;
  element.style.left = `${Math.max(margin, left)}px`;
  element.style.top = `${Math.max(margin, top)}px`;
}
