/** Small HARs for the tests of the command line. */

const entry = (headers: readonly (readonly [string, string])[]): unknown => ({
  startedDateTime: '2026-01-01T00:00:00.000Z',
  time: 5,
  _resourceType: 'fetch',
  request: {
    method: 'GET',
    url: 'https://api.example.test/orders?access_token=s3cret',
    headers: [
      { name: 'Origin', value: 'https://app.example.test' },
      { name: 'Sec-Fetch-Mode', value: 'cors' },
      { name: 'Sec-Fetch-Site', value: 'same-site' },
    ],
  },
  response: {
    status: 200,
    headers: headers.map(([name, value]) => ({ name, value })),
    redirectURL: '',
    content: { size: 0, mimeType: 'application/json' },
    _error: headers.length === 0 ? 'net::ERR_FAILED' : null,
  },
});

const har = (...entries: readonly unknown[]): string =>
  JSON.stringify({ log: { version: '1.2', creator: { name: 'WebInspector', version: '1' }, entries } });

export const emptyHar = har();
export const blockedHar = har(entry([]));
export const allowedHar = har(entry([['access-control-allow-origin', 'https://app.example.test']]));
export const fieldlessHar = har(entry([]), { request: {} });
