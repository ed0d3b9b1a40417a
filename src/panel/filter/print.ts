import { printStatusRange } from './status-range.ts';
import type { Condition, Filter, NamePattern, Term } from './term.ts';
import { tokensOf } from './tokens.ts';

/** The text that reads back as this filter. */
export function printFilter({ terms }: Filter): string {
  return terms.map(printTerm).join(' ');
}

export function printTerm({ negative, condition }: Term): string {
  return `${negative ? '-' : ''}${printCondition(condition)}`;
}

function printCondition(condition: Condition): string {
  switch (condition.kind) {
    case 'text':
      return isPlain(condition.text) ? condition.text : quote(condition.text);
    case 'regex':
      return `/${condition.source}/${condition.flags}`;
    case 'is':
      return `is:${condition.states.join(',')}`;
    case 'status-code':
      return `status-code:${condition.ranges.map(printStatusRange).join(',')}`;
    case 'named':
      return `${condition.key}:${condition.patterns.map(printName).join(',')}`;
    case 'unfinished':
      return `${condition.key}:`;
    case 'faulty':
      return condition.text;
  }
}

/** Whether a bare text reads back as that text, and not as a sign, a regex, a key, or several words. */
function isPlain(text: string): boolean {
  const [token, ...others] = tokensOf(text);
  return others.length === 0 && token?.body.kind === 'text' && token.body.text === text;
}

function printName({ text, quoted }: NamePattern): string {
  return quoted ? quote(text) : text;
}

/** A text in quotes, taken to the letter. */
export function quote(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}
