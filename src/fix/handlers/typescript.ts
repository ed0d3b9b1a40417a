import { restModule } from './ecmascript.ts';
import { plainModule } from './ecmascript-plain.ts';
import type { HandlerLanguage } from './handler.ts';

const typed = (annotation: string): string => annotation;

export const typescript: HandlerLanguage = {
  target: 'nodejs-ts',
  language: 'typescript',
  name: 'TypeScript',
  place: '// index.ts, Handler: index.handler\n// The types are of @types/aws-lambda.',
  rest: (handler) => restModule(handler, typed),
  plain: (handler) => plainModule(handler, typed),
};
