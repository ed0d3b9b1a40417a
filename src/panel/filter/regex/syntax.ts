/** The part of regular expressions whose matching takes time in proportion to the text: everything but looking around and back. */
export type Node =
  /** One character, of those that `source` alone matches. */
  | { readonly kind: 'character'; readonly source: string }
  | { readonly kind: 'sequence'; readonly nodes: readonly Node[] }
  | { readonly kind: 'choice'; readonly nodes: readonly Node[] }
  /** `most` is null where there is no end. */
  | { readonly kind: 'repeat'; readonly node: Node; readonly least: number; readonly most: number | null }
  | { readonly kind: 'place'; readonly place: Place };

/** Between two characters: where a line begins or ends, at a word's border or not. */
export type Place = 'begin' | 'end' | 'border' | 'inside';

/** What stands in an expression that is sound, but not supported. */
export class Unsupported extends Error {}

const quantifier = /^(?:([*+?])|\{(\d+)(?:(,)(\d*))?\})\??/;
const escapeForm = /^\\(?:x[\da-f]{2}|u[\da-f]{4}|u\{[\da-f]+\}|p\{[^}]*\}|c[a-z]|[\s\S])/i;
const groupStart = /^\((?:\?:|\?<[^=!][^>]*>|(?!\?))/;
const places: Readonly<Record<string, Place>> = { '^': 'begin', $: 'end', '\\b': 'border', '\\B': 'inside' };

/** Reads an expression that the browser has found sound: nothing needs to be checked again. Throws `Unsupported`. */
export function readSyntax(source: string): Node {
  let at = 0;
  let depth = 0;

  const choice = (): Node => {
    if (depth > 50) throw new Unsupported('groups so deep');
    const nodes = [sequence()];
    while (source[at] === '|') {
      at += 1;
      nodes.push(sequence());
    }
    return nodes.length === 1 && nodes[0] ? nodes[0] : { kind: 'choice', nodes };
  };
  const sequence = (): Node => {
    const nodes: Node[] = [];
    while (at < source.length && source[at] !== '|' && source[at] !== ')') nodes.push(repeated(atom()));
    return { kind: 'sequence', nodes };
  };
  const repeated = (node: Node): Node => {
    const [whole, sign, least, comma, most] = quantifier.exec(source.slice(at, at + 40)) ?? [];
    if (whole === undefined) return node;
    at += whole.length;
    if (sign !== undefined)
      return { kind: 'repeat', node, least: sign === '+' ? 1 : 0, most: sign === '?' ? 1 : null };
    const times = Number(least);
    return { kind: 'repeat', node, least: times, most: comma ? (most ? Number(most) : null) : times };
  };
  const atom = (): Node => {
    const first = source[at] ?? '';
    if (first === '(') return group();
    if (first === '[') return character(classEnd(source, at));
    if (first === '\\') return escaped();
    const place = places[first];
    if (place === undefined) return character(at + 1);
    at += 1;
    return { kind: 'place', place };
  };
  const group = (): Node => {
    const start = groupStart.exec(source.slice(at));
    if (start === null) throw new Unsupported('looking ahead or behind');
    at += start[0].length;
    depth += 1;
    const node = choice();
    depth -= 1;
    at += 1;
    return node;
  };
  const escaped = (): Node => {
    if (/^\\[1-9k]/.test(source.slice(at, at + 2))) throw new Unsupported('a reference back');
    const whole = escapeForm.exec(source.slice(at, at + 60))?.[0] ?? source.slice(at, at + 2);
    const place = places[whole];
    if (place === undefined) return character(at + whole.length);
    at += whole.length;
    return { kind: 'place', place };
  };
  const character = (end: number): Node => {
    const own = source.slice(at, end);
    at = end;
    return { kind: 'character', source: own };
  };
  return choice();
}

function classEnd(source: string, at: number): number {
  let end = at + 1;
  while (end < source.length && source[end] !== ']') end += source[end] === '\\' ? 2 : 1;
  return end + 1;
}
