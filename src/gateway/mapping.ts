import type { HeaderLine, HeaderLines } from '../cors/index.ts';
import { field } from './field.ts';
import type { ResponseMapping } from './model.ts';

/** The header lines of a mapped response. `sure` is false where a mapping finds nothing to map, or is none that deploys. */
export interface Mapped {
  readonly lines: HeaderLines;
  readonly sure: boolean;
}

/** Applies a REST API's response parameters to what the backend sent. A backend's header goes on only where it is mapped. */
export function mapped(mapping: ResponseMapping, backend: HeaderLines): Mapped {
  const lines: HeaderLine[] = [];
  let sure = true;
  for (const [name, expression] of mapping.headers) {
    const value = mappedValue(expression, backend);
    if (value === null) sure = false;
    else lines.push([name, value]);
  }
  return { lines, sure };
}

function mappedValue(expression: string, backend: HeaderLines): string | null {
  if (/^'[^']*'$/.test(expression)) return expression.slice(1, -1);
  const name = /^integration\.response\.header\.([\w.-]+)$/.exec(expression)?.[1];
  return name === undefined ? null : field(backend, name.toLowerCase());
}
