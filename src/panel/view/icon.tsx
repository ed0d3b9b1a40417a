const paths = {
  record: 'M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2z',
  clear: 'M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2zM4 12l8-8',
  import: 'M8 11V2M5 5l3-3 3 3M2 11v3h12v-3',
  template: 'M3.5 1.8h6l3 3v9.4h-9zM9.5 1.8v3h3M6 8h4M6 11h4',
  export: 'M8 2v9M5 8l3 3 3-3M2 11v3h12v-3',
  copy: 'M5.5 5.5h8v8h-8zM3 10.5h-.5v-8h8V3',
  close: 'M4 4l8 8M12 4l-8 8',
  check: 'M3 8.5l3.3 3.3L13 4.8',
  cross: 'M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13zM5.6 5.6l4.8 4.8M10.4 5.6l-4.8 4.8',
  warning: 'M8 2.2L14.4 13.6H1.6zM8 6.4v3.4M8 11.6v.4',
  question:
    'M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13zM6 6.3a2 2 0 1 1 2.9 1.8c-.6.3-.9.7-.9 1.4M8 11.4v.4',
  clock: 'M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13zM8 4.5V8l2.4 1.6',
  unplugged: 'M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13zM5 8h6',
  info: 'M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13zM8 7.2v4M8 4.8v.4',
  table: 'M2 3h12v10H2zM2 6.5h12M2 10h12M6.5 6.5V13',
  sliders: 'M2 5h6M11 5h3M9.5 3.2v3.6M2 11h3M8 11h6M6.5 9.2v3.6',
  columns: 'M2 3h12v10H2zM6.5 3v10M10.5 3v10',
  reveal: 'M7 3.5H2.5v10h10V9M9.5 2.5h4v4M13.5 2.5L7.5 8.5',
  gear: 'M8 5.6a2.4 2.4 0 1 1 0 4.8 2.4 2.4 0 0 1 0-4.8zM8 1.6v2M8 12.4v2M1.6 8h2M12.4 8h2M3.5 3.5l1.4 1.4M11.1 11.1l1.4 1.4M12.5 3.5l-1.4 1.4M4.9 11.1l-1.4 1.4',
  back: 'M10 3L5 8l5 5',
} as const;

export type IconName = keyof typeof paths;

/** Decoration only: the element around it carries the name. */
export function Icon({ name, tone }: { readonly name: IconName; readonly tone?: string }) {
  return (
    <svg class={`icon ${tone ?? ''}`} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
      {name === 'record' && <circle class="dot" cx="8" cy="8" r="2.5" />}
    </svg>
  );
}
