import { Composer, type Document, LineCounter, type YAMLParseError } from 'yaml';
import { Unreadable } from './fault.ts';
import { jsonValue, plainValue } from './plain-scalar.ts';
import { SourcePlaces } from './source-places.ts';
import { scanTokens } from './token-scan.ts';
import { tokensOf } from './tokens.ts';

/** One YAML document as the library composes it, with what its nodes do not tell. */
export interface YamlDocument {
  readonly parsed: Document.Parsed;
  readonly places: SourcePlaces;
  readonly hasAliases: boolean;
  /** What an unquoted scalar means. */
  readonly plain: (text: string) => string | number | boolean | null;
}

/** The only document of a text; null where there is none. Throws `Unreadable` at the text's first fault. */
export function yamlDocument(text: string): YamlDocument | null {
  const lines = new LineCounter();
  const { tokens, tooManyAt } = tokensOf(text, lines);
  const { tagStarts, tooDeepAt, hasAliases } = scanTokens(tokens);
  const places = new SourcePlaces(text, lines, tagStarts);
  if (tooManyAt !== null)
    throw new Unreadable({
      reason: 'too-many-values',
      place: places.at(tooManyAt, tooManyAt + 1),
      detail: '',
    });
  if (tooDeepAt !== null)
    throw new Unreadable({ reason: 'too-deep', place: places.at(tooDeepAt, tooDeepAt + 1), detail: '' });
  const [first, second] = new Composer({
    version: '1.1',
    // Scalars stay text: what they mean is for PyYAML's rules to say. Keys are compared by the reader, in linear time.
    schema: 'failsafe',
    resolveKnownTags: false,
    uniqueKeys: false,
    logLevel: 'silent',
    prettyErrors: false,
  }).compose(tokens);
  if (first === undefined) return null;
  const [error] = first.errors;
  if (error !== undefined) throw faultOf(error, places);
  if (second !== undefined) {
    const [start] = second.range;
    throw new Unreadable({ reason: 'several-documents', place: places.at(start, start), detail: '' });
  }
  return { parsed: first, places, hasAliases, plain: isJson(text) ? jsonValue : plainValue };
}

function faultOf(error: YAMLParseError, places: SourcePlaces): Unreadable {
  const place = places.at(...error.pos);
  const isTab = error.code === 'TAB_AS_INDENT';
  const detail = isTab ? '' : (error.message.split('\n', 1)[0] ?? '');
  return new Unreadable({ reason: isTab ? 'tab-indent' : 'not-yaml', place, detail });
}

/** SAM's tools read a text as JSON if it is JSON: then its numbers are JSON's. */
function isJson(text: string): boolean {
  if (!/^\s*\{/.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
