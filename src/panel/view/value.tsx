import { visible } from '../../report/index.ts';

/** A stranger's value: a text node of its own direction, with control characters shown as escapes. */
export function Value({ text, tone }: { readonly text: string; readonly tone?: string }) {
  return (
    <bdi class={`value ${tone ?? ''}`} dir="auto">
      {visible(text)}
    </bdi>
  );
}
