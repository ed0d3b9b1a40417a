/** The model's runs as the HAR that Chromium 156's Network panel saves. */
import { isRedirect, profiles } from '../cors/index.ts';
import type { Message, Run } from './traffic-run.testing.ts';
import { chromiumError, isFollowed } from './traffic-wire.testing.ts';

interface Entry {
  readonly run: Run;
  readonly isFirst: boolean;
  readonly json: object;
}

const pairs = (headers: readonly (readonly [string, string])[]) =>
  headers.map(([name, value]) => ({ name, value }));

interface Told {
  readonly type: string;
  readonly startedAt: number;
  readonly endedAt: number;
  readonly method: string;
  readonly url: string;
  readonly headers: Message['headers'];
  readonly answer: Message['answer'];
  readonly error: string | null;
  readonly initiator: object;
}

const entry = ({
  type,
  startedAt,
  endedAt,
  method,
  url,
  headers,
  answer,
  error,
  initiator,
}: Told): object => ({
  _initiator: initiator,
  _resourceType: type,
  cache: {},
  pageref: 'page_1',
  startedDateTime: new Date(startedAt).toISOString(),
  time: endedAt - startedAt,
  request: { method, url, httpVersion: 'HTTP/1.1', headers: pairs(headers), queryString: [], cookies: [] },
  response: {
    status: answer?.status ?? 0,
    statusText: '',
    headers: pairs(answer?.headers ?? []),
    cookies: [],
    content: { size: 0, mimeType: 'x-unknown' },
    redirectURL: answer?.headers.find(([name]) => name === 'Location')?.[1] ?? '',
    ...(error === null ? {} : { _error: error }),
  },
});

function entriesOf(run: Run): readonly Entry[] {
  return run.hops.flatMap((hop, index): readonly Entry[] => {
    const { preflight, actual, url, method, startedAt } = hop;
    const goesOn = isFollowed(run, index);
    const own = entry({
      type: 'fetch',
      startedAt,
      endedAt: actual?.endedAt ?? run.endedAt,
      method,
      url,
      headers: actual?.headers ?? hop.provisional,
      answer: actual?.answer ?? null,
      error: goesOn ? null : chromiumError(run),
      initiator: { type: 'script' },
    });
    const entries: Entry[] = [{ run, isFirst: index === 0, json: own }];
    if (preflight === null) return entries;
    const { answer } = preflight;
    const moved = answer !== null && isRedirect(answer.status, answer.headers, profiles.chromium);
    const error = answer === null ? 'net::ERR_CONNECTION_RESET' : moved ? 'net::ERR_INVALID_REDIRECT' : null;
    const asked = { ...preflight, type: 'preflight', error, initiator: { type: 'preflight', url } };
    return [...entries, { run, isFirst: false, json: entry(asked) }];
  });
}

/** The file's text, and the run of each id that the decoder will give. */
export function harOf(runs: readonly Run[]): {
  readonly text: string;
  readonly runs: ReadonlyMap<string, Run>;
} {
  const entries = runs.flatMap(entriesOf);
  const ids = new Map(
    entries.flatMap(({ run, isFirst }, index) => (isFirst ? [[`har-${index}`, run] as const] : [])),
  );
  const log = {
    version: '1.2',
    creator: { name: 'WebInspector', version: '537.36' },
    pages: [{ id: 'page_1', title: `${runs[0]?.origin ?? ''}/`, startedDateTime: new Date(0).toISOString() }],
    entries: entries.map(({ json }) => json),
  };
  return { text: JSON.stringify({ log }), runs: ids };
}
