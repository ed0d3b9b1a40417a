import type { Exchange } from '../exchange/index.ts';

/** How browsers say that a request was given up together with its page. */
const abortErrors: ReadonlySet<string> = new Set([
  'net::ERR_ABORTED',
  'NS_BINDING_ABORTED',
  'NS_ERROR_ABORT',
]);

/** Nothing more comes of it. */
export const hasEnded = ({ state, unfinished }: Exchange): boolean => state === 'settled' || unfinished;

/** It was given up, or its end will never be told. */
export const wasGivenUp = ({ error, unfinished }: Exchange): boolean =>
  unfinished || abortErrors.has(error ?? '');
