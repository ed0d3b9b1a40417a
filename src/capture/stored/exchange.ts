import { corsErrorCodes } from '../../cors/index.ts';
import type { CallFrame, Exchange, Exchanged, Hop, ManualSettings } from '../../exchange/index.ts';
import type { Fields } from './fields.ts';

/** An exchange as a file of ours holds it, and what its user had set by hand. */
export interface StoredExchange {
  readonly exchange: Exchange;
  readonly settings: ManualSettings;
}

const resourceTypes = [
  ...(['fetch', 'xhr', 'eventsource', 'script', 'font', 'image', 'media', 'stylesheet'] as const),
  ...(['beacon', 'websocket', 'document', 'other'] as const),
];
const requesters = ['page', 'worker', 'shared-worker', 'service-worker', 'background-worker'] as const;

/** Reads one; `browser` where the exchange does not tell its own. Bodies are in no file of ours. */
export function readStoredExchange(fields: Fields, browser: Exchange['browser']): StoredExchange {
  const hops = fields.list('hops', readHop);
  const messages = hops.flatMap(({ preflight, actual }) =>
    [preflight, actual].filter((each) => each !== null),
  );
  const earliest = messages.reduce((first, { startedAt }) => Math.min(first, startedAt), Infinity);
  return {
    exchange: {
      id: fields.text('id'),
      source: fields.oneOf('source', ['webRequest', 'debugger', 'har']) ?? 'har',
      browser: fields.oneOf('browser', ['chromium', 'firefox', 'unknown'], browser) ?? browser,
      resourceType: fields.oneOf('resourceType', resourceTypes, 'other') ?? 'other',
      origin: fields.textOrNull('origin'),
      // Never empty, as the type promises.
      hops: hops.length > 0 ? hops : [{ url: '', preflight: null, actual: null }],
      startedAt: fields.number('startedAt', Number.isFinite(earliest) ? earliest : 0),
      state: fields.oneOf('state', ['pending', 'settled'], 'settled') ?? 'settled',
      unfinished: fields.flag('unfinished'),
      error: fields.textOrNull('error'),
      reported: readReported(fields.objectOrNull('reported')),
      provenCredentials: fields.flag('provenInclude') ? 'include' : null,
      cachedPreflight: readMessages(fields.objectOrNull('cachedPreflight')),
      blockedReason: fields.textOrNull('blockedReason'),
      fromServiceWorker: fields.flag('fromServiceWorker'),
      passed: fields.flag('passed'),
      requester: fields.oneOf('requester', requesters, 'page') ?? 'page',
      headsShown: fields.flag('headsShown'),
      tabInferred: fields.flag('tabInferred'),
      call: fields.list('call', readFrame, []),
    },
    settings: readSettings(fields.objectOrNull('settings')),
  };
}

function readHop(fields: Fields): Hop {
  return {
    url: fields.text('url'),
    preflight: readMessages(fields.objectOrNull('preflight')),
    actual: readMessages(fields.objectOrNull('actual')),
  };
}

function readMessages(fields: Fields | null): Exchanged | null {
  if (fields === null) return null;
  const request = fields.object('request');
  const response = fields.objectOrNull('response');
  return {
    request: {
      method: request.text('method'),
      url: request.text('url'),
      headers: request.headers('headers'),
      headersKnown: request.flag('headersKnown', true),
    },
    response:
      response === null
        ? null
        : {
            status: response.number('status'),
            headers: response.headers('headers'),
            fromCache: response.flag('fromCache'),
            body: null,
          },
    error: fields.textOrNull('error'),
    startedAt: fields.number('startedAt', 0),
    endedAt: fields.numberOrNull('endedAt'),
  };
}

function readReported(fields: Fields | null): Exchange['reported'] {
  if (fields === null) return null;
  const name = fields.text('code');
  return {
    code: corsErrorCodes.find((code) => code === name) ?? null,
    name,
    parameter: fields.text('parameter', ''),
  };
}

function readFrame(fields: Fields): CallFrame {
  return {
    functionName: fields.text('functionName', ''),
    url: fields.text('url'),
    line: fields.number('line'),
    column: fields.number('column', 1),
  };
}

function readSettings(fields: Fields | null): ManualSettings {
  const credentials = fields?.choice('credentials', ['include', 'same-origin', 'omit']);
  const mode = fields?.choice('mode', ['cors', 'no-cors', 'same-origin', 'navigate']);
  const preflight = fields?.choice('preflight', ['cached', 'missing']);
  return {
    ...(credentials === undefined ? {} : { credentials }),
    ...(mode === undefined ? {} : { mode }),
    ...(preflight === undefined ? {} : { preflight }),
  };
}
