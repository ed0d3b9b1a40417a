import { h, type VNode } from 'preact';
import type { Diagnosed } from '../../diagnosis/index.ts';
import { pictured, type SvgNode, sequencePicture } from '../../report/index.ts';
import { useWidth } from './use-width.ts';

const defaultWidth = 640;
const minWidth = 240;
const maxWidth = 760;

/** The flow between Page, Browser, Gateway and Integration, as wide as there is room. */
export function Sequence({ diagnosed }: { readonly diagnosed: Diagnosed }) {
  const [holder, measured] = useWidth<HTMLDivElement>(defaultWidth);
  const width = Math.max(minWidth, Math.min(maxWidth, measured));
  return (
    <div class="picture" ref={holder} data-testid="sequence">
      {drawn(sequencePicture(pictured(diagnosed), width))}
    </div>
  );
}

/** Strangers' strings come as text nodes and attributes only. */
function drawn({ tag, attributes, children }: SvgNode): VNode {
  return h(tag, attributes, ...children.map((child) => (typeof child === 'string' ? child : drawn(child))));
}
