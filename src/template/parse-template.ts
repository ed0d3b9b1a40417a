import { type TemplateFault, type TemplateFaultReason, type TemplateWarning, Unreadable } from './fault.ts';
import { parametersOf } from './parameters.ts';
import type { Place } from './place.ts';
import { NodeReader } from './read-node.ts';
import { resourcesOf } from './resources.ts';
import type { Resource, Template } from './template.ts';
import { itemsOf, type MapValue, stringOf, type Value, valueAt } from './value.ts';
import { yamlDocument } from './yaml-document.ts';

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
    if (error instanceof Unreadable) return { ok: false, fault: error.fault };
    return failed('not-yaml', atStart, '');
  }
}

function read(text: string): TemplateRead {
  const source = yamlDocument(text);
  if (source === null) return failed('no-resources', atStart, '');
  const reader = new NodeReader(source);
  const root = reader.root();
  const written = valueAt(root, 'Resources');
  if (root.kind !== 'map' || written?.kind !== 'map')
    return failed('no-resources', written?.place ?? atStart, '');
  const odd: TemplateWarning[] = [];
  const isSam = namesSam(valueAt(root, 'Transform'));
  const resources = resourcesOf(written, odd);
  if (!isSam) odd.push(withoutTransform(written, resources));
  const globals = valueAt(root, 'Globals');
  return {
    ok: true,
    template: {
      text,
      root,
      isSam,
      resources,
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

/** `AWS::Serverless-2016-10-31`, alone or in a list beside macros. */
function namesSam(transform: Value | null): boolean {
  const names = transform?.kind === 'list' ? itemsOf(transform).map(stringOf) : [stringOf(transform)];
  return names.some((name) => name?.startsWith('AWS::Serverless-') === true);
}

function withoutTransform(written: MapValue, resources: ReadonlyMap<string, Resource>): TemplateWarning {
  for (const { logicalId, type, place } of resources.values())
    if (type.startsWith('AWS::Serverless::'))
      return { reason: 'transform-missing', place, detail: logicalId };
  return { reason: 'not-sam', place: written.place, detail: '' };
}
