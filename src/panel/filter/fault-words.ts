import { states } from './keys.ts';
import type { Filter, FilterFault } from './term.ts';

/** What is wrong with a filter, in a sentence; null where nothing is. */
export function faultWords({ terms }: Filter): string | null {
  for (const { condition } of terms)
    if (condition.kind === 'faulty') return wordsOf(condition.fault, condition.text);
  return null;
}

function wordsOf(fault: FilterFault, text: string): string {
  switch (fault.reason) {
    case 'bad-regex':
      return `${text} is not a regular expression: ${detailOf(fault.message)}`;
    case 'unsupported-regex':
      return `${text} is not supported here: ${fault.what} may take for ever. A second term, or -/…/, often does.`;
    case 'unknown-state':
      return `is:${fault.value} is not known: is: takes ${states.join(', ')}.`;
    case 'bad-status':
      return `status-code:${fault.value} is not a status: write 404, 4xx or 500-599.`;
  }
}

/** Browsers repeat the expression before they say what is wrong with it. */
function detailOf(message: string): string {
  return `${message.slice(message.lastIndexOf(': ') + 1).trim()}.`;
}
