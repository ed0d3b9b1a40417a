import { LineCounter, parseAllDocuments, type YAMLParseError } from 'yaml';
import type { TemplateFault, TemplateFaultReason, TemplateWarning } from './fault.ts';
import type { Place } from './place.ts';
import { NodeReader, TooMuch } from './read-node.ts';
import type { Parameter, Resource, Template } from './template.ts';
import { entriesOf, entryOf, itemsOf, type MapValue, stringOf, type Value, valueAt } from './value.ts';

/** CloudFormation takes 1 MB at most; this leaves room for comments. */
const longest = 4_000_000;

const atStart: Place = { line: 1, column: 1, start: 0, end: 0 };

export type TemplateRead =
  | { readonly ok: true; readonly template: Template }
  | { readonly ok: false; readonly fault: TemplateFault };

/**
 * Reads a template, YAML or JSON, as SAM's own tools read it: YAML 1.1 with CloudFormation's tags, aliases and merge keys.
 * The first fault ends it. Never throws, whatever the text.
 */
export function parseTemplate(text: string): TemplateRead {
  if (text.length > longest) return failed('too-large', atStart, String(text.length));
  try {
    return read(text);
  } catch (error) {
    if (error instanceof TooMuch) return failed(error.reason, atStart, '');
    // Nesting beyond the parser's own stack.
    if (error instanceof RangeError) return failed('too-deep', atStart, '');
    return failed('not-yaml', atStart, error instanceof Error ? firstLine(error.message) : '');
  }
}

function read(text: string): TemplateRead {
  const lines = new LineCounter();
  const parsed = parseAllDocuments(text.replace(/^\ufeff/, ' '), {
    version: '1.1',
    lineCounter: lines,
    logLevel: 'error',
    prettyErrors: false,
    // What a scalar means is read from the template's own rules, not from this library's classes.
    customTags: (tags) => tags.filter((tag) => !['binary', 'omap', 'pairs', 'set'].includes(String(tag))),
  });
  const documents = 'empty' in parsed ? [] : parsed;
  const first = documents[0];
  if (first === undefined) return failed('no-resources', atStart, '');
  const reader = new NodeReader(first, lines);
  const [error] = first.errors;
  if (error !== undefined) return failed(...faultOf(error, reader, text));
  const second = documents[1];
  if (second !== undefined)
    return failed('several-documents', reader.placeAt(second.range[0], second.range[1]), '');
  const root = reader.read(first.contents, atStart);
  const resources = valueAt(root, 'Resources');
  if (root.kind !== 'map' || resources?.kind !== 'map')
    return failed('no-resources', resources?.place ?? atStart, '');
  const odd: TemplateWarning[] = [];
  const isSam = namesSam(valueAt(root, 'Transform'));
  if (!isSam) odd.push({ reason: 'not-sam', place: resources.place, detail: '' });
  const globals = valueAt(root, 'Globals');
  return {
    ok: true,
    template: {
      text,
      root,
      isSam,
      resources: resourcesOf(resources, odd),
      parameters: parametersOf(valueAt(root, 'Parameters')),
      globals: globals?.kind === 'map' ? globals : null,
      warnings: [...reader.warnings, ...odd].sort((a, b) => a.place.start - b.place.start),
    },
  };
}

const failed = (reason: TemplateFaultReason, place: Place, detail: string): TemplateRead => ({
  ok: false,
  fault: { reason, place, detail },
});

const firstLine = (message: string) => message.split('\n', 1)[0] ?? '';

function faultOf(
  error: YAMLParseError,
  reader: NodeReader,
  text: string,
): readonly [TemplateFaultReason, Place, string] {
  const [start, end] = error.pos;
  const place = reader.placeAt(start, end);
  if (error.code === 'TAB_AS_INDENT') return ['tab-indent', place, ''];
  if (error.code === 'DUPLICATE_KEY') {
    const key = /^["']?([\w:-]{1,80})/.exec(text.slice(start))?.[1] ?? '';
    return ['duplicate-key', place, key];
  }
  return ['not-yaml', place, firstLine(error.message)];
}

/** `AWS::Serverless-2016-10-31`, alone or in a list beside macros. */
function namesSam(transform: Value | null): boolean {
  const names = transform?.kind === 'list' ? itemsOf(transform).map(stringOf) : [stringOf(transform)];
  return names.some((name) => name?.startsWith('AWS::Serverless-') === true);
}

function resourcesOf(resources: MapValue, odd: TemplateWarning[]): ReadonlyMap<string, Resource> {
  const found = new Map<string, Resource>();
  for (const { key, keyPlace, value } of resources.entries) {
    const type = stringOf(valueAt(value, 'Type'));
    if (value.kind !== 'map' || type === null) {
      odd.push({ reason: 'odd-resource', place: keyPlace, detail: key });
      continue;
    }
    const properties = entryOf(value, 'Properties')?.value ?? null;
    found.set(key, {
      logicalId: key,
      type,
      properties: properties?.kind === 'map' ? properties : null,
      condition: stringOf(valueAt(value, 'Condition')),
      place: keyPlace,
      value,
    });
  }
  return found;
}

const parametersOf = (parameters: Value | null): ReadonlyMap<string, Parameter> =>
  new Map(
    entriesOf(parameters).map(({ key, keyPlace, value }) => [
      key,
      { name: key, place: keyPlace, byDefault: valueAt(value, 'Default') },
    ]),
  );
