/** One thing in a menu. `run` is called after the menu has closed and the focus is back. */
export interface MenuItem {
  readonly type: 'item';
  readonly id: string;
  readonly label: string;
  readonly disabled?: boolean;
  readonly run: () => void;
}

/** Something to switch on or off; the menu stays open. */
export interface MenuCheck {
  readonly type: 'check';
  readonly id: string;
  readonly label: string;
  readonly checked: boolean;
  readonly toggle: () => void;
}

/** Items that belong together, under a heading where they need one; groups are divided by a line. */
export interface MenuGroup {
  readonly heading: string | null;
  readonly entries: readonly (MenuItem | MenuCheck)[];
  /** What should be known of the group, beneath it. */
  readonly note?: { readonly text: string; readonly warns: boolean };
}

/** Where a menu opens: its corner, in the page's pixels. */
export interface MenuPlace {
  readonly x: number;
  readonly y: number;
}
