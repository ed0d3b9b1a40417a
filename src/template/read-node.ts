import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type LineCounter,
  type Node,
  type ParsedNode,
  type YAMLMap,
} from 'yaml';
import type { TemplateWarning, TemplateWarningReason } from './fault.ts';
import { isFunctionKey, longForm } from './intrinsic-names.ts';
import type { Place } from './place.ts';
import type { Entry, MapValue, ScalarValue, Value } from './value.ts';

/** Thrown and caught within this room: aliases that multiply without end, or nesting that nobody writes by hand. */
export class TooMuch extends Error {
  constructor(readonly reason: 'too-many-values' | 'too-deep') {
    super(reason);
  }
}

/** Values read at most, those behind aliases counted each time, and levels of nesting. */
const mostValues = 1_000_000;
const deepest = 200;

/** Reads a parsed YAML document into values with places, merge keys and aliases resolved. */
export class NodeReader {
  readonly warnings: TemplateWarning[] = [];
  readonly #warned = new Set<string>();
  #values = 0;

  constructor(
    private readonly document: Document,
    private readonly lines: LineCounter,
  ) {}

  read(node: ParsedNode | Node | null | undefined, at: Place, depth = 0): Value {
    this.#values += 1;
    if (this.#values > mostValues) throw new TooMuch('too-many-values');
    if (depth > deepest) throw new TooMuch('too-deep');
    if (!node) return { kind: 'scalar', value: null, place: at };
    const place = this.placeOf(node, at);
    if (isAlias(node)) {
      this.#warn('alias', place, node.source);
      return this.read(node.resolve(this.document), place, depth + 1);
    }
    const plain = this.#untagged(node, place, depth);
    return isOwnTag(node.tag) ? this.#tagged(node.tag, plain, place) : plain;
  }

  /** The node's place in the text; `otherwise` where it was made without one. */
  placeOf(node: Node, otherwise: Place): Place {
    const range = node.range;
    return range ? this.placeAt(range[0], range[1]) : otherwise;
  }

  placeAt(start: number, end: number): Place {
    const { line, col } = this.lines.linePos(start);
    return { line: Math.max(line, 1), column: Math.max(col, 1), start, end };
  }

  #untagged(node: Node, place: Place, depth: number): Value {
    if (isMap(node)) return this.#map(node, place, depth);
    if (isSeq(node))
      return {
        kind: 'list',
        items: node.items.map((item) => this.read(isNode(item) ? item : null, place, depth + 1)),
        place,
      };
    return isScalar(node) ? scalarOf(node.value, node.source, place) : { kind: 'scalar', value: null, place };
  }

  #map(node: YAMLMap, place: Place, depth: number): Value {
    const own: Entry[] = [];
    const merged: Entry[] = [];
    for (const pair of node.items) {
      const keyNode = isNode(pair.key) ? pair.key : null;
      const keyPlace = keyNode === null ? place : this.placeOf(keyNode, place);
      const key = keyText(keyNode);
      const value = this.read(isNode(pair.value) ? pair.value : null, keyPlace, depth + 1);
      if (key === '<<') {
        this.#warn('merge-key', keyPlace, key);
        merged.push(...mergedEntries(value));
      } else {
        own.push({ key, keyPlace, value });
      }
    }
    const seen = new Set(own.map(({ key }) => key));
    for (const entry of merged) {
      if (seen.has(entry.key)) continue;
      seen.add(entry.key);
      own.push(entry);
    }
    const only = own[0];
    if (own.length === 1 && only !== undefined && isFunctionKey(only.key))
      return { kind: 'intrinsic', name: only.key, argument: only.value, place };
    return { kind: 'map', entries: own, place } satisfies MapValue;
  }

  #tagged(tag: string, argument: Value, place: Place): Value {
    const name = longForm(tag);
    if (name === null) this.#warn('unknown-tag', place, tag);
    return { kind: 'intrinsic', name: name ?? tag, argument: splitAttribute(name, argument), place };
  }

  /** Once per place: a value behind an alias is read anew each time. */
  #warn(reason: TemplateWarningReason, place: Place, detail: string): void {
    const key = `${reason} ${place.start}`;
    if (this.#warned.has(key)) return;
    this.#warned.add(key);
    this.warnings.push({ reason, place, detail });
  }
}

const isNode = (value: unknown): value is Node =>
  isMap(value) || isSeq(value) || isScalar(value) || isAlias(value);

/** A tag of the application's own; YAML's begin with `tag:yaml.org`. */
const isOwnTag = (tag: string | undefined): tag is string => tag?.startsWith('!') === true && tag !== '!';

function scalarOf(value: unknown, source: string | undefined, place: Place): ScalarValue {
  const known =
    typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' || value === null;
  return { kind: 'scalar', value: known ? value : (source ?? String(value)), place };
}

/** Keys are compared as text: `200:` and `on:` are keys like any other. */
function keyText(key: Node | null): string {
  if (key === null || !isScalar(key)) return '';
  return typeof key.value === 'string' ? key.value : (key.source ?? String(key.value));
}

const mergedEntries = (value: Value): readonly Entry[] => {
  if (value.kind === 'map') return value.entries;
  return value.kind === 'list' ? value.items.flatMap(mergedEntries) : [];
};

/** `!GetAtt A.B` means `Fn::GetAtt: [A, B]`. */
function splitAttribute(name: string | null, argument: Value): Value {
  if (name !== 'Fn::GetAtt' || argument.kind !== 'scalar' || typeof argument.value !== 'string')
    return argument;
  const dot = argument.value.indexOf('.');
  if (dot < 0) return argument;
  const { place } = argument;
  const items = [argument.value.slice(0, dot), argument.value.slice(dot + 1)];
  return { kind: 'list', items: items.map((value) => ({ kind: 'scalar', value, place })), place };
}
