// Prints, as JSON, SAM snippets of src/fix for many policies and findings: the input of scripts/verify-sam.py.
import { build } from 'esbuild';

const { outputFiles } = await build({
  entryPoints: ['src/fix/index.ts'],
  bundle: true,
  format: 'esm',
  write: false,
});
const { configure, makeFixes } = await import(
  `data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`
);

const base = {
  methods: ['GET', 'POST'],
  headers: ['content-type', 'x-api-key'],
  exposeHeaders: [],
  credentials: false,
  maxAge: null,
};
const one = { ...base, origins: ['http://localhost:3000'] };
const two = { ...base, origins: ['http://localhost:3000', 'https://myproddomain.com'] };
const policies = {
  'article REST': one,
  'article HTTP': two,
  'simple request': { ...one, methods: ['GET'], headers: [] },
  'credentials and max-age': { ...one, credentials: true, maxAge: 600 },
  'credentials, two origins': { ...two, credentials: true },
  'every method': { ...one, methods: ['DELETE', 'GET', 'HEAD', 'PATCH', 'POST', 'PUT'] },
  'odd tokens': {
    ...one,
    methods: ['GET', 'patch'],
    headers: ['on', 'yes', '1e3', "it's", 'x~y', '2001-01-01'],
  },
  'odd origins': { ...base, origins: ['http://[::1]:3000', 'chrome-extension://abcdefghijklmnop'] },
};
const remedies = [
  [],
  ['open-preflight-to-authorizer'],
  ['open-preflight-to-api-key'],
  ['gateway-error-headers'],
  ['text-preflight'],
  ['explicit-routes'],
  ['explicit-routes', 'open-preflight-to-authorizer'],
  ['open-preflight-to-authorizer', 'open-preflight-to-api-key', 'handler-error-headers'],
];

const snippets = [];
for (const kind of ['rest', 'http', 'function-url'])
  for (const [name, policy] of Object.entries(policies))
    for (const given of remedies) {
      const findings = [{ remedies: given, evidence: [], unverified: false }];
      for (const fix of makeFixes({ policy, kind, findings, paths: ['/orders'] }))
        if (fix.kind === 'sam')
          snippets.push({
            name: `${kind}, ${name}, ${fix.target}, ${given.join(' + ') || 'no remedy'}`,
            kind,
            target: fix.target,
            remedies: given,
            text: fix.text,
          });
    }
// The same by hand: both places, every switch, stages, `*`.
const wished = {
  'one origin': { ...one, origins: ['https://app.example'] },
  'development and production': two,
  'three origins': {
    ...two,
    origins: [...two.origins, 'https://b.example'],
    exposeHeaders: ['etag'],
    maxAge: 600,
  },
  everything: { ...base, origins: ['*'], methods: ['*'], headers: ['*', 'authorization'] },
};
const staged = [
  { name: 'dev', origins: ['http://localhost:3000', 'https://b.example'] },
  { name: 'beta', origins: ['https://b.example'] },
  { name: 'live', origins: ['https://myproddomain.com'] },
];
const switches = [
  {},
  { authorizer: true },
  { apiKey: true },
  { authorizer: true, apiKey: true, catchAll: true, binaryTypes: true },
  { stages: staged },
];
for (const kind of ['rest', 'http', 'function-url'])
  for (const place of ['globals', 'resource'])
    for (const [name, policy] of Object.entries(wished))
      for (const on of switches) {
        const wish = { policy, kind, place, authorizer: false, apiKey: false, ...on };
        const remedies = [
          ...(wish.authorizer ? ['open-preflight-to-authorizer'] : []),
          ...(wish.apiKey ? ['open-preflight-to-api-key'] : []),
        ];
        for (const fix of configure(wish).fixes)
          if (fix.kind === 'sam')
            snippets.push({
              name: `by hand, ${kind}, ${place}, ${name}, ${fix.target}, ${JSON.stringify(on)}`,
              kind,
              target: fix.target,
              remedies,
              text: fix.text,
            });
      }
process.stdout.write(JSON.stringify(snippets));
