import {
  type Alias,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Node,
  type Scalar,
  type YAMLMap,
} from 'yaml';
import { aliasTargets } from './anchors.ts';
import {
  type TemplateFaultReason,
  type TemplateWarning,
  type TemplateWarningReason,
  Unreadable,
} from './fault.ts';
import { isFunctionKey, isMacro, longForm } from './intrinsic-names.ts';
import type { Place } from './place.ts';
import { deepest } from './token-scan.ts';
import type { Entry, ScalarValue, Value } from './value.ts';
import type { YamlDocument } from './yaml-document.ts';

/** Values read at most, those behind aliases counted each time. */
const mostValues = 500_000;

/** The template's own outline is never a function: `Resources` of a single `Fn::Transform` is a map still. */
const outlineDepth = 1;

/** Reads a composed YAML document into values with places, merge keys and aliases resolved. Throws `Unreadable`. */
export class NodeReader {
  readonly warnings: TemplateWarning[] = [];
  readonly #warned = new Set<string>();
  readonly #targets: ReadonlyMap<Alias, Node>;
  #values = 0;
  /** The alias written in the text behind which values are being read: where the reader of a fault should look. */
  #alias: Alias | null = null;

  constructor(private readonly source: YamlDocument) {
    this.#targets = source.hasAliases ? aliasTargets(source.parsed) : new Map();
  }

  root(): Value {
    return this.#read(this.source.parsed.contents, this.source.places.at(0, 0), 0);
  }

  /** `at`: where a value stands that the library gives no node for. */
  #read(node: unknown, at: Place, depth: number): Value {
    this.#values += 1;
    if (!isNode(node)) return { kind: 'scalar', value: null, place: at };
    if (depth > deepest) return this.#fail('too-deep', node, '');
    if (this.#values > mostValues) return this.#fail('too-many-values', node, '');
    if (isAlias(node)) return this.#behind(node, at, depth);
    const tag = ownTag(node);
    if (tag === null) return this.#untagged(node, this.source.places.withTag(node), depth);
    return this.#tagged(tag, node, depth);
  }

  #behind(alias: Alias, at: Place, depth: number): Value {
    const outer = this.#alias;
    this.#alias ??= alias;
    const value = this.#read(this.#target(alias), at, depth + 1);
    this.#alias = outer;
    return value;
  }

  #untagged(node: Node, place: Place, depth: number): Value {
    if (isMap(node)) return this.#map(node, place, depth);
    if (isSeq(node))
      return { kind: 'list', items: node.items.map((item) => this.#read(item, place, depth + 1)), place };
    return isScalar(node) ? this.#scalar(node, place) : { kind: 'scalar', value: null, place };
  }

  #scalar(node: Scalar, place: Place): ScalarValue {
    const text = textOf(node);
    const isPlain = node.type === 'PLAIN' && node.tag === undefined;
    const meant = isPlain || isStandardTag(node.tag) ? this.source.plain(text) : text;
    return { kind: 'scalar', value: meant, place };
  }

  #map(node: YAMLMap, place: Place, depth: number): Value {
    const own: Entry[] = [];
    const merged: Entry[] = [];
    const seen = new Set<string>();
    for (const pair of node.items) {
      const keyNode = this.#keyNode(pair.key, node);
      const keyPlace = this.source.places.withTag(keyNode);
      const key = textOf(keyNode);
      const isMerge = key === '<<' && keyNode.type === 'PLAIN';
      if (!isMerge && seen.has(key)) this.#fail('duplicate-key', keyNode, key);
      if (isMacro(key)) this.#warn('macro', keyPlace, key);
      const value = this.#read(pair.value, keyPlace, depth + 1);
      if (isMerge) {
        this.#warn('merge-key', keyPlace, key);
        for (const entry of this.#mergedEntries(value, keyNode)) merged.push(entry);
      } else {
        seen.add(key);
        own.push({ key, keyPlace, value });
      }
    }
    for (const entry of merged) {
      if (seen.has(entry.key)) continue;
      seen.add(entry.key);
      own.push(entry);
    }
    const only = own[0];
    if (own.length === 1 && only !== undefined && depth > outlineDepth && isFunctionKey(only.key))
      return { kind: 'intrinsic', name: only.key, argument: only.value, place };
    return { kind: 'map', entries: own, place };
  }

  /** A function's short form. A scalar behind a tag is text, whatever it looks like. */
  #tagged(tag: string, node: Node, depth: number): Value {
    const { places } = this.source;
    const place = places.withTag(node);
    const name = longForm(tag);
    if (name === null) this.#warn('unknown-tag', place, tag);
    else if (isMacro(name)) this.#warn('macro', place, name);
    const inner = places.of(node);
    const argument: Value = isScalar(node)
      ? { kind: 'scalar', value: textOf(node), place: inner }
      : this.#untagged(node, inner, depth);
    return { kind: 'intrinsic', name: name ?? tag, argument: splitAttribute(name, argument), place };
  }

  #keyNode(key: unknown, map: Node): Scalar {
    if (isScalar(key)) return key;
    if (isAlias(key)) return this.#keyNode(this.#target(key), key);
    return this.#fail('not-yaml', isNode(key) ? key : map, 'A key must be a scalar');
  }

  #target(alias: Alias): Node {
    this.#warn('alias', this.source.places.of(alias), alias.source);
    return (
      this.#targets.get(alias) ??
      this.#fail('not-yaml', alias, `No anchor "${alias.source}" before its alias`)
    );
  }

  #mergedEntries(value: Value, at: Node): readonly Entry[] {
    if (value.kind === 'map') return value.entries;
    if (value.kind === 'list') return value.items.flatMap((item) => this.#mergedEntries(item, at));
    return this.#fail('not-yaml', at, 'A merge key takes a map or a list of maps');
  }

  #fail(reason: TemplateFaultReason, node: Node, detail: string): never {
    throw new Unreadable({ reason, place: this.source.places.withTag(this.#alias ?? node), detail });
  }

  /** Once per place: a value behind an alias is read anew each time. */
  #warn(reason: TemplateWarningReason, place: Place, detail: string): void {
    const key = `${reason} ${place.start}`;
    if (this.#warned.has(key)) return;
    this.#warned.add(key);
    this.warnings.push({ reason, place, detail });
  }
}

/** A tag of the application's own; YAML's begin with `tag:yaml.org`, and a lone `!` only means text. */
const ownTag = ({ tag }: Node): string | null => (tag?.startsWith('!') === true && tag !== '!' ? tag : null);

/** `!!int "3"` is read as an unquoted 3. */
const isStandardTag = (tag: string | undefined) =>
  /^tag:yaml\.org,2002:(?:int|float|bool|null)$/.test(tag ?? '');

/** The scalar's text without quotes. Keys are compared as text: `200:` and `on:` are keys like any other. */
const textOf = (node: Scalar): string => node.source ?? String(node.value ?? '');

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
