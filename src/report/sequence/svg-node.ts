/** An element of the picture as a value: a report writes it as text, the panel makes elements of it. */
export interface SvgNode {
  readonly tag: 'svg' | 'g' | 'path' | 'line' | 'rect' | 'text' | 'title';
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly children: readonly (SvgNode | string)[];
}

export function node(
  tag: SvgNode['tag'],
  attributes: SvgNode['attributes'],
  ...children: SvgNode['children']
): SvgNode {
  return { tag, attributes, children };
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text for content and quoted attributes of XML 1.0, which knows no way to write some characters (its production 2, Char). */
function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

/** The element as XML, which is HTML too. */
export function toXml(element: SvgNode | string): string {
  if (typeof element === 'string') return escapeXml(element);
  const { tag, attributes, children } = element;
  const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${escapeXml(String(value))}"`);
  return `<${tag}${written.join('')}>${children.map(toXml).join('')}</${tag}>`;
}
