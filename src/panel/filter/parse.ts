import { type Key, nameKeys, type State, stateOf, states } from './keys.ts';
import { readRegex } from './regex/regex.ts';
import { parseStatusRange, type StatusRange } from './status-range.ts';
import type { Condition, Filter, NamePattern, Term } from './term.ts';
import { type Token, tokensOf, type ValueToken } from './tokens.ts';

/** What the box's text asks. Every text is a filter: what can't be understood is a faulty term that tells why. */
export function parseFilter(text: string): Filter {
  return { terms: tokensOf(text).flatMap((token) => termOf(token, text)) };
}

function termOf(token: Token, text: string): readonly Term[] {
  const { body, negative } = token;
  switch (body.kind) {
    case 'text':
      return body.text === '' ? [] : [{ negative, condition: { kind: 'text', text: body.text } }];
    case 'regex':
      return [{ negative, condition: regexCondition(body.source, body.flags) }];
    case 'key': {
      const written = text.slice(token.start + (negative ? 1 : 0), token.end);
      return [{ negative, condition: keyCondition(body.key, body.values, written) }];
    }
  }
}

function regexCondition(source: string, written: string): Condition {
  const flags = [...written].sort().join('');
  const regex = readRegex(source, flags);
  const text = `/${source}/${written}`;
  switch (regex.kind) {
    case 'regex':
      return { kind: 'regex', source, flags };
    case 'unsound':
      return { kind: 'faulty', text, fault: { reason: 'bad-regex', message: regex.message } };
    case 'unsupported':
      return { kind: 'faulty', text, fault: { reason: 'unsupported-regex', what: regex.what } };
  }
}

function keyCondition(key: Key, tokens: readonly ValueToken[], written: string): Condition {
  const patterns: readonly NamePattern[] = tokens
    .filter(({ text }) => text !== '')
    .map(({ text, quoted }) => ({ text, quoted }));
  if (patterns.length === 0) return { kind: 'unfinished', key };
  if (key === 'is') return stateCondition(patterns, written);
  if (key === 'status-code') return statusCondition(patterns, written);
  const name = nameKeys.find((each) => each === key);
  return name === undefined ? { kind: 'unfinished', key } : { kind: 'named', key: name, patterns };
}

/** The beginning of a state's name stands for every state that begins so: the list follows while one types. */
function stateCondition(patterns: readonly NamePattern[], written: string): Condition {
  const found: State[] = [];
  for (const { text: value } of patterns) {
    const name = value.toLowerCase();
    const exact = stateOf(name);
    const meant = exact === null ? states.filter((state) => state.startsWith(name)) : [exact];
    if (meant.length === 0)
      return { kind: 'faulty', text: written, fault: { reason: 'unknown-state', value } };
    found.push(...meant);
  }
  return { kind: 'is', states: [...new Set(found)] };
}

function statusCondition(patterns: readonly NamePattern[], written: string): Condition {
  const ranges: StatusRange[] = [];
  for (const { text: value } of patterns) {
    const range = parseStatusRange(value);
    if (range === null) return { kind: 'faulty', text: written, fault: { reason: 'bad-status', value } };
    ranges.push(range);
  }
  return { kind: 'status-code', ranges };
}
