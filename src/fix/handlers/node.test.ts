import { runInNewContext } from 'node:vm';
import { transformSync } from 'esbuild';
import { describe } from 'vitest';
import type { HandlerLanguage } from './handler.ts';
import { javascript } from './javascript.ts';
import { itRuns, type Job, type Runner } from './running.testing.ts';
import { typescript } from './typescript.ts';

/** Runs an emitted module as Node would, with its logging caught; esbuild takes the types away. */
async function runOne({ text, entry, events }: Job, loader: 'js' | 'ts'): Promise<readonly unknown[]> {
  const module: { exports: Record<string, (event: unknown) => Promise<unknown>> } = { exports: {} };
  const { code } = transformSync(text, { format: 'cjs', loader });
  runInNewContext(code, { module, exports: module.exports, console: { error: () => undefined } });
  const handler = module.exports[entry];
  if (handler === undefined) throw new Error(`the module exports no ${entry}`);
  const answers: unknown[] = [];
  for (const event of events) answers.push(JSON.parse(JSON.stringify(await handler(event))));
  return answers;
}

const runner = (language: HandlerLanguage, loader: 'js' | 'ts'): Runner => ({
  language,
  entry: 'handler',
  entryWithoutStatus: 'handlerWithoutStatus',
  working: 'return json(200, { message: "hello world" });',
  failing: 'throw new Error("broken");',
  run: (jobs) => Promise.all(jobs.map((job) => runOne(job, loader))),
});

describe('the JavaScript handlers', () => itRuns(runner(javascript, 'js')));
describe('the TypeScript handlers', () => itRuns(runner(typescript, 'ts')));
