import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answer } from '../answer.ts';
import { configurationOf } from './configuration-of.ts';
import { matchApi } from './match-api.ts';
import { randomTemplate } from './random-template.testing.ts';
import { readApis } from './read-apis.ts';
import { routeOf } from './route-of.ts';
import { templateOf } from './translator.testing.ts';
import { unknownHeadersOf } from './unknown-headers.ts';
import { webSocketApis } from './web-socket-apis.ts';

const variable = '\u0024{Param2}';

const request = {
  method: 'OPTIONS',
  path: '/Prod/a',
  headers: [
    ['origin', 'https://a.example'],
    ['access-control-request-method', 'GET'],
    ['access-control-request-headers', 'x-a'],
  ],
} as const;

describe('any template', () => {
  it('reads twice to the same, and never throws', () => {
    fc.assert(
      fc.property(randomTemplate, (text) => {
        const template = templateOf(text);
        expect(readApis(template)).toEqual(readApis(template));
        webSocketApis(template);
      }),
    );
  });

  it('predicts an answer of every API, finds it again, and asks for its faults in the text', () => {
    fc.assert(
      fc.property(randomTemplate, (text) => {
        const apis = readApis(templateOf(text));
        for (const api of apis) {
          const config = configurationOf(api, () => ({ type: 'timeout' }), 'Prod');
          for (const { path } of [...api.routes, ...api.preflights]) {
            const asked = { ...request, path: `/Prod${path.replace(/\{.*\}/, 'x')}` };
            const predicted = answer(config, asked);
            const unknown = unknownHeadersOf(api, asked, predicted);
            // A header that shows an unknown text is never taken for known.
            for (const [name, shown] of predicted.headers)
              if (shown.includes(variable)) expect(unknown).toContain(name);
          }
          routeOf(api, 'GET', '/a');
          const hops = [{ url: 'https://x.example/Prod/a', preflight: null, actual: null }];
          expect(matchApi([api], { hops }, { kind: api.kind }).kind).toMatch(/one|none/);
          for (const { place } of api.faults) {
            expect(place.end).toBeGreaterThan(place.start);
            expect(place.end).toBeLessThanOrEqual(text.length);
          }
        }
      }),
    );
  });
});
