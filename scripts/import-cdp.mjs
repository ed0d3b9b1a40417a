/**
 * Makes a test fixture of raw CDP events: node scripts/import-cdp.mjs EVENTS.json OUT.json.gz
 * EVENTS.json is `{browser, events: [{m: method, p: params, s: session}]}`. Only the events that the decoder reads are
 * kept, and of these only the fields that it reads; a fixture stays small.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const [, , input, output] = process.argv;
if (input === undefined || output === undefined) {
  console.error('usage: node scripts/import-cdp.mjs EVENTS.json OUT.json.gz');
  process.exit(2);
}

const pick = (value, names) =>
  Object.fromEntries(names.flatMap((name) => (value?.[name] === undefined ? [] : [[name, value[name]]])));
const response = (value) =>
  value &&
  pick(value, ['url', 'status', 'headers', 'fromDiskCache', 'fromPrefetchCache', 'fromServiceWorker']);

const keep = {
  'Network.requestWillBeSent': (params) => ({
    ...pick(params, [
      'requestId',
      'documentURL',
      'timestamp',
      'wallTime',
      'initiator',
      'redirectHasExtraInfo',
      'type',
      'frameId',
    ]),
    request: pick(params.request, ['url', 'method', 'headers']),
    ...(params.redirectResponse ? { redirectResponse: response(params.redirectResponse) } : {}),
  }),
  'Network.requestWillBeSentExtraInfo': (params) =>
    pick(params, ['requestId', 'headers', 'associatedCookies']),
  'Network.responseReceivedExtraInfo': (params) =>
    pick(params, ['requestId', 'headers', 'statusCode', 'blockedCookies']),
  'Network.requestServedFromCache': (params) => pick(params, ['requestId']),
  'Network.responseReceived': (params) => ({
    ...pick(params, ['requestId', 'timestamp', 'type', 'hasExtraInfo']),
    response: response(params.response),
  }),
  'Network.loadingFinished': (params) => pick(params, ['requestId', 'timestamp']),
  'Network.loadingFailed': (params) =>
    pick(params, ['requestId', 'timestamp', 'errorText', 'canceled', 'blockedReason', 'corsErrorStatus']),
  'Audits.issueAdded': (params) => pick(params, ['issue']),
  'Target.attachedToTarget': (params) => ({
    ...pick(params, ['sessionId']),
    targetInfo: pick(params.targetInfo, ['type', 'url']),
  }),
  'Target.detachedFromTarget': (params) => pick(params, ['sessionId']),
  'Page.frameNavigated': (params) => ({ frame: pick(params.frame, ['url', 'parentId']) }),
};

const { browser, events } = JSON.parse(readFileSync(input, 'utf8'));
const sessions = [...new Set(events.map(({ s }) => s))];
/** The tab's own session, as an extension has it, is empty. */
const nameOf = (session) => (session === '' ? '' : `s${sessions.indexOf(session)}`);
const kept = events.flatMap(({ m, p, s }) => {
  if (keep[m] === undefined) return [];
  const params = keep[m](p);
  if (params.sessionId !== undefined) params.sessionId = nameOf(params.sessionId);
  return [[nameOf(s), m, params]];
});
writeFileSync(output, gzipSync(JSON.stringify({ browser, events: kept }), { level: 9 }));
console.log(`${kept.length} of ${events.length} events kept`);
