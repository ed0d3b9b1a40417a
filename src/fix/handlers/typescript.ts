import { restModule } from './ecmascript.ts';
import { plainModule } from './ecmascript-plain.ts';
import type { HandlerLanguage } from './handler.ts';

const typed = (annotation: string): string => annotation;

/** With the types of the package `@types/aws-lambda`. */
export const typescript: HandlerLanguage = {
  target: 'nodejs-ts',
  language: 'typescript',
  name: 'TypeScript',
  rest: (handler) => restModule(handler, typed),
  plain: (handler) => plainModule(handler, typed),
};
