const executeApi = /^[a-z0-9-]+\.execute-api\.[a-z0-9-]+\.amazonaws\.com(\.cn)?$/;
const lambdaUrl = /^[a-z0-9-]+\.lambda-url\.[a-z0-9-]+\.on\.aws$/;

const cloudFront = /^[a-z0-9]+\.cloudfront\.net$/;

export type HostForm = 'execute-api' | 'lambda-url' | 'cloudfront' | 'custom';

/** An absolute URL's parts that say which front door it names. */
export interface Place {
  readonly origin: string;
  readonly host: string;
  readonly path: string;
  readonly form: HostForm;
}

/** Null where the URL does not parse or has no host. */
export function placeOf(url: string): Place | null {
  if (last.url !== url) {
    last.place = parsePlace(url);
    last.url = url;
  }
  return last.place;
}

/** What was asked last, and the answer: of one exchange the same URL is asked about several times in a row. */
const last: { url: string | null; place: Place | null } = { url: null, place: null };

function parsePlace(url: string): Place | null {
  if (!URL.canParse(url)) return null;
  const { protocol, host, hostname, pathname } = new URL(url);
  if (host === '') return null;
  return { origin: `${protocol}//${host}`, host, path: pathname, form: formOf(hostname) };
}

function formOf(hostname: string): HostForm {
  if (executeApi.test(hostname)) return 'execute-api';
  if (lambdaUrl.test(hostname)) return 'lambda-url';
  return cloudFront.test(hostname) ? 'cloudfront' : 'custom';
}
