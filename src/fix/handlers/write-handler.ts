import type { Fix } from '../fix.ts';
import { csharp } from './csharp.ts';
import { go } from './go.ts';
import type { HandlerLanguage, HandlerShape } from './handler.ts';
import { java } from './java.ts';
import { javascript } from './javascript.ts';
import { python } from './python.ts';
import { ruby } from './ruby.ts';
import { typescript } from './typescript.ts';

/** In the order in which they are offered. */
export const handlerLanguages: readonly HandlerLanguage[] = [
  javascript,
  typescript,
  python,
  java,
  go,
  csharp,
  ruby,
];

/** The targets that `writeHandler` knows. */
export const handlerTargets: readonly string[] = handlerLanguages.map(({ target }) => target);

const promises: Readonly<Record<HandlerShape['gateway'], string>> = {
  rest: 'CORS headers on every answer, errors too',
  http: 'no CORS headers, the gateway adds them',
  'function-url': 'no CORS headers, the function URL adds them',
};

/** A Lambda handler in the language of a `target`; in Node.js where there is none of that name. */
export function writeHandler(shape: HandlerShape, target?: string): Fix {
  const language = handlerLanguages.find((each) => each.target === target) ?? javascript;
  return {
    kind: 'handler',
    target: language.target,
    title: `Handler (${language.name}): ${promises[shape.gateway]}`,
    language: language.language,
    text: `${language.place}\n\n${shape.gateway === 'rest' ? language.rest(shape) : language.plain(shape)}`,
    handler: shape,
  };
}
