import { restModule } from './ecmascript.ts';
import { plainModule } from './ecmascript-plain.ts';
import type { HandlerLanguage } from './handler.ts';

const untyped = (): string => '';

export const javascript: HandlerLanguage = {
  target: 'nodejs',
  language: 'javascript',
  name: 'Node.js',
  place: '// index.mjs, Handler: index.handler',
  rest: (handler) => restModule(handler, untyped),
  plain: (handler) => plainModule(handler, untyped),
};
