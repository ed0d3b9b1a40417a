import type { Diagnosed } from '../../diagnosis/index.ts';
import { standingOf } from '../model/standing.ts';
import type { State } from './keys.ts';

const tests: Readonly<Record<State, (row: Diagnosed) => boolean>> = {
  blocked: (row) => standingOf(row) === 'blocked',
  risky: (row) => standingOf(row) === 'risky',
  allowed: (row) => standingOf(row) === 'allowed',
  pending: (row) => standingOf(row) === 'pending',
  unfinished: (row) => standingOf(row) === 'unfinished',
  'network-error': (row) => standingOf(row) === 'network-error',
  'not-cors': (row) => standingOf(row) === 'not-cors',
  assumed: ({ judgement }) => judgement.verdict.basis === 'assumed',
  'cached-preflight': ({ judgement }) => judgement.preflight === 'cached',
  redirected: ({ exchange }) => exchange.hops.length > 1,
  disagreement: ({ judgement }) => judgement.disagreement !== null,
};

export function hasState(row: Diagnosed, state: State): boolean {
  return tests[state](row);
}

/** Where the browser's own word and ours differ. */
export function disagrees(row: Diagnosed): boolean {
  return tests.disagreement(row);
}
