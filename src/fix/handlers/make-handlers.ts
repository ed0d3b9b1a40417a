import type { Fix } from '../fix.ts';
import { csharp } from './csharp.ts';
import { go } from './go.ts';
import type { HandlerLanguage, PlainHandler, RestHandler } from './handler.ts';
import { java } from './java.ts';
import { javascript } from './javascript.ts';
import { python } from './python.ts';
import { ruby } from './ruby.ts';
import { typescript } from './typescript.ts';

/** In the order in which they are offered; the first is the default. */
export const handlerLanguages: readonly HandlerLanguage[] = [
  javascript,
  typescript,
  python,
  java,
  go,
  csharp,
  ruby,
];

/** The Lambda handler of a REST API, in each language: the code owes the CORS headers of every answer, of errors too. */
export function restHandlers(handler: RestHandler): readonly Fix[] {
  return handlerLanguages.map((each) =>
    fix(each, `Handler (${each.name}): CORS headers on every answer, errors too`, each.rest(handler)),
  );
}

/** The Lambda handler of an HTTP API or a function URL, in each language: no CORS headers. */
export function plainHandlers(handler: PlainHandler): readonly Fix[] {
  const who = handler.gateway === 'http' ? 'gateway' : 'function URL';
  return handlerLanguages.map((each) =>
    fix(each, `Handler (${each.name}): no CORS headers, the ${who} adds them`, each.plain(handler)),
  );
}

function fix({ target, language }: HandlerLanguage, title: string, text: string): Fix {
  return { kind: 'handler', target, title, language, text };
}
