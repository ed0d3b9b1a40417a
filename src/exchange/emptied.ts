import type { ResponseHead } from './message.ts';

/**
 * Opaque response blocking in Chromium: the answer to a `no-cors` request to another origin is replaced by one without headers,
 * and the request ends as aborted. DevTools then shows a status without any header, and provisional request headers.
 */
export const isEmptied = (
  error: string | null,
  headersKnown: boolean,
  response: Pick<ResponseHead, 'headers'> | null,
): boolean => error === 'net::ERR_ABORTED' && !headersKnown && response?.headers.length === 0;
