/** What a box that scrolls needs so that the keyboard can scroll it too. */
export function scrollRegion(label: string) {
  return { role: 'region', tabIndex: 0, 'aria-label': label } as const;
}
