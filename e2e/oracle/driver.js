/**
 * Issues the oracle's calls, in every browser the same: in the page, in its frames and in a worker, all of which load
 * this script. The page takes the calls from `/calls.json`, runs the cases in lanes, the steps of a case one after
 * another, and posts what the scripts saw to `/results`.
 */
(() => {
  const isWorker = typeof document === 'undefined';
  const isTop = !isWorker && self === self.top;
  const names = (headers) => [...headers].map(([name]) => name.toLowerCase()).sort();
  const failed = { seen: 'failed', status: 0, readable: null };

  function bodyOf(kind) {
    if (kind === 'text') return '{}';
    if (kind === 'json') return new Blob(['{}'], { type: 'application/json' });
    if (kind === 'search') return new URLSearchParams({ a: 'b' });
    if (kind === 'bytes') return new Uint8Array([1, 2]);
    if (kind !== 'form') return undefined;
    const form = new FormData();
    form.append('a', 'b');
    return form;
  }

  async function byFetch({ url, method, headers, credentials, mode, redirect, body }) {
    const response = await fetch(url, { method, headers, credentials, mode, redirect, body: bodyOf(body) });
    const opaque = response.type === 'opaque' || response.type === 'opaqueredirect';
    if (opaque) return { seen: 'opaque', status: 0, readable: null };
    // A body that no one reads leaves the request under way.
    await response.arrayBuffer().catch(() => undefined);
    return { seen: 'read', status: response.status, readable: names(response.headers) };
  }

  function byXhr({ url, method, headers, credentials, body, uploadListener }) {
    return new Promise((done) => {
      const request = new XMLHttpRequest();
      request.open(method, url);
      request.withCredentials = credentials === 'include';
      for (const [name, value] of headers) request.setRequestHeader(name, value);
      if (uploadListener) request.upload.addEventListener('progress', () => {});
      request.addEventListener('loadend', () => {
        if (request.status === 0) return done(failed);
        const lines = request.getAllResponseHeaders().split('\r\n');
        const pairs = lines.filter((line) => line !== '').map((line) => line.split(':'));
        done({ seen: 'read', status: request.status, readable: names(pairs) });
      });
      request.send(bodyOf(body));
    });
  }

  function byEventSource({ url, credentials }) {
    return new Promise((done) => {
      const source = new EventSource(url, { withCredentials: credentials === 'include' });
      const end = (result) => () => {
        source.close();
        done(result);
      };
      source.addEventListener('open', end({ seen: 'read', status: 200, readable: null }));
      source.addEventListener('error', end(failed));
    });
  }

  const apis = { fetch: byFetch, xhr: byXhr, eventsource: byEventSource };
  const run = (call) => apis[call.api](call).catch(() => failed);

  if (!isTop) {
    const reply = (message) => (isWorker ? self.postMessage(message) : self.parent.postMessage(message, '*'));
    self.addEventListener('message', async ({ data }) =>
      reply({ id: data.id, result: await run(data.call) }),
    );
    reply('ready');
    return;
  }

  /** Another context that loads this script: calls go by message, once it said that it listens. */
  function remote(target, listenTo, post) {
    const waiting = new Map();
    let next = 0;
    const ready = new Promise((listening) => {
      listenTo.addEventListener('message', ({ data, source }) => {
        if (source && source !== target()) return;
        if (data === 'ready') return listening();
        waiting.get(data.id)(data.result);
        waiting.delete(data.id);
      });
    });
    const ask = async (call) => {
      await ready;
      return new Promise((done) => {
        next += 1;
        waiting.set(next, done);
        post({ id: next, call });
      });
    };
    return { ready, ask };
  }

  function frame(attributes) {
    const element = document.createElement('iframe');
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    const made = remote(
      () => element.contentWindow,
      self,
      (message) => element.contentWindow.postMessage(message, '*'),
    );
    document.body.append(element);
    return made;
  }

  const script = `<script src="${location.origin}/driver.js"></script>`;
  const worker = new Worker('/driver.js');
  // Listened to at once: a worker can be ready before the origins are.
  const workerContext = remote(null, worker, (message) => worker.postMessage(message));
  const contexts = fetch('/origins.json')
    .then((response) => response.json())
    .then((origins) => ({
      origins,
      top: { ready: Promise.resolve(), ask: run },
      sandboxed: frame({ sandbox: 'allow-scripts', src: '/frame' }),
      data: frame({ src: `data:text/html,${encodeURIComponent(script)}` }),
      idn: frame({ src: `${origins[4]}/frame` }),
      worker: workerContext,
    }));

  /** All contexts are there and every host has its cookie. */
  self.oracleReady = contexts.then(async ({ origins, ...all }) => {
    await Promise.all(Object.values(all).map(({ ready }) => ready));
    for (const origin of origins)
      await fetch(`${origin}/cookie`, { mode: 'no-cors', credentials: 'include' });
  });

  const results = [];

  /** Runs everything, `lanes` cases at a time, or the part from case `from` up to `to`; posts the results with the last part. */
  self.oracleRun = async (lanes, from = 0, to = Number.POSITIVE_INFINITY) => {
    await self.oracleReady;
    const all = await contexts;
    const cases = await (await fetch('/calls.json')).json();
    const until = Math.min(to, cases.length);
    let next = from;
    const lane = async () => {
      while (next < until) {
        const number = next;
        next += 1;
        const { page, calls } = cases[number];
        results[number] = [];
        for (const [step, call] of calls.entries()) {
          if (step > 0) await fetch(`/step/${number}/${step}`);
          results[number].push(await all[page].ask(call));
        }
      }
    };
    await Promise.all(Array.from({ length: lanes }, lane));
    if (until < cases.length) return;
    await fetch('/results', { method: 'POST', body: JSON.stringify(results) });
  };
})();
