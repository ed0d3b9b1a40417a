import { describe, expect, it } from 'vitest';
import { runPipe } from '../../src/session/index.ts';
import type { JudgeInBrowser, Truth } from './browser.ts';
import type { OracleCase } from './case.ts';
import { sampleCases } from './cases.ts';
import { compare } from './compare.ts';
import { minimise, smaller } from './minimise.ts';
import { runCases } from './run.ts';

const plain = { location: null, drop: false, status: 200 } as const;
const own: OracleCase = {
  page: 'top',
  cookies: false,
  requests: [
    {
      api: 'fetch',
      method: 'GET',
      headers: [],
      credentials: 'omit',
      mode: 'cors',
      redirect: 'follow',
      body: null,
      uploadListener: false,
    },
  ],
  hops: [
    { server: 1, preflight: { ...plain, status: 204, headers: [] }, response: { ...plain, headers: [] } },
  ],
};
const url = 'http://api.test/case/0/0';

/** What webRequest would tell of the case, answered with these headers. */
const captured = (acao: string) =>
  runPipe({
    source: 'webRequest',
    browser: 'chromium',
    events: [
      {
        type: 'request',
        id: '1',
        time: 0,
        method: 'GET',
        url,
        resourceType: 'fetch',
        initiator: 'http://app.test',
        scope: '',
        isPreflight: false,
        preflightOf: null,
      },
      {
        type: 'request-headers',
        id: '1',
        time: 1,
        headers: [
          ['Origin', 'http://app.test'],
          ['Sec-Fetch-Mode', 'cors'],
        ],
        provisional: false,
      },
      {
        type: 'response',
        id: '1',
        time: 2,
        status: 200,
        headers: [['Access-Control-Allow-Origin', acao]],
        fromCache: false,
      },
      { type: 'failure', id: '1', time: 3, error: 'net::ERR_FAILED' },
    ],
  }).exchanges;

const truth: Truth = {
  speaks: true,
  steps: [
    {
      seen: 'failed',
      status: 0,
      readable: null,
      hops: [{ preflights: 0, requests: 1 }],
      reported: { code: 'AllowOriginMismatch', parameter: 'http://b.test' },
    },
  ],
};
const kindsOf = (acao: string, told: Truth): readonly string[] =>
  compare([own], [told], { name: 'webRequest', diagnosed: captured(acao) }).faults.map(({ kind }) => kind);

describe('the generator', () => {
  it('makes the same cases of the same seed, and others of another', () => {
    expect(sampleCases(7, 50)).toEqual(sampleCases(7, 50));
    expect(sampleCases(7, 50)).not.toEqual(sampleCases(8, 50));
  });
});

describe('comparing', () => {
  const [step] = truth.steps;
  const but = (more: object): Truth => ({
    ...truth,
    steps: step === undefined ? [] : [{ ...step, ...more }],
  });

  it('finds nothing where the verdict is the browser’s', () => {
    expect(kindsOf('http://b.test', truth)).toEqual([]);
  });

  it.each([
    ['outcome', 'http://b.test', but({ seen: 'read', reported: null })],
    ['code', 'http://b.test', but({ reported: { code: 'MissingAllowOriginHeader', parameter: '' } })],
    ['parameter', 'http://b.test', but({ reported: { code: 'AllowOriginMismatch', parameter: 'x' } })],
    [
      'hop',
      'http://b.test',
      but({
        hops: [
          { preflights: 0, requests: 1 },
          { preflights: 0, requests: 1 },
        ],
      }),
    ],
    ['preflight', 'http://b.test', but({ hops: [{ preflights: 1, requests: 1 }] })],
  ])('finds a planted fault of kind %s', (kind, acao, told) => {
    expect(kindsOf(acao, told)).toEqual([kind]);
  });

  const asDeep = (more: Partial<ReturnType<typeof captured>[number]['exchange']>, disagrees = false) =>
    captured('http://b.test').map((each) => ({
      ...each,
      exchange: { ...each.exchange, source: 'debugger' as const, ...more },
      judgement: {
        ...each.judgement,
        disagreement: disagrees ? { computed: 'allowed' as const, reported: 'AllowOriginMismatch' } : null,
      },
    }));
  const deepKinds = (diagnosed: ReturnType<typeof asDeep>) =>
    compare([own], [truth], { name: 'debugger', diagnosed }).faults.map(({ kind }) => kind);

  it('finds a disagreement in deep capture, and none where there is none', () => {
    expect(deepKinds(asDeep({}))).toEqual([]);
    expect(deepKinds(asDeep({}, true))).toEqual(['disagreement']);
  });

  it('finds that our own reading of the messages lacks the browser’s word', () => {
    expect(deepKinds(asDeep({ hops: captured('http://app.test')[0]?.exchange.hops ?? [] }))).toEqual([
      'blind',
    ]);
  });

  it('finds a header that the script could read and we say it could not', () => {
    const read = captured('http://b.test').map((each) => ({
      ...each,
      exchange: { ...each.exchange, hops: captured('http://app.test')[0]?.exchange.hops ?? [] },
      judgement: {
        ...each.judgement,
        verdict: {
          ...each.judgement.verdict,
          outcome: 'allowed' as const,
          code: null,
          parameter: null,
          step: null,
        },
      },
    }));
    const kinds = (readable: readonly string[]) =>
      compare([own], [but({ seen: 'read', status: 200, reported: null, readable })], {
        name: 'webRequest',
        diagnosed: read,
      }).faults.map(({ kind }) => kind);
    expect(kinds(['x-secret'])).toEqual(['readable']);
    expect(kinds([])).toEqual([]);
  });

  it('finds what the capture lacks and what is there twice', () => {
    const kinds = (diagnosed: ReturnType<typeof captured>) =>
      compare([own], [truth], { name: 'x', diagnosed }).faults.map(({ kind }) => kind);
    const one = captured('http://b.test');
    expect(kinds([])).toEqual(['missing']);
    expect(kinds([...one, ...one])).toEqual(['surplus']);
  });
});

describe('making a failing case small', () => {
  /** A browser whose only fault is at cases that still send `x-guilty`. */
  const judge: JudgeInBrowser = async (cases) => ({
    seconds: 0,
    truths: cases.map(({ requests }) => ({
      ...truth,
      steps: requests.flatMap(() => truth.steps),
    })),
    captures: [
      {
        name: 'webRequest',
        diagnosed: cases.flatMap(({ requests }, number) =>
          requests.flatMap(({ headers }) =>
            captured(headers.some(([name]) => name === 'x-guilty') ? 'null' : 'http://b.test').map(
              (each) => ({
                ...each,
                exchange: {
                  ...each.exchange,
                  hops: each.exchange.hops.map((hop) => ({
                    ...hop,
                    url: url.replace('/0/0', `/${number}/0`),
                  })),
                },
              }),
            ),
          ),
        ),
      },
    ],
  });

  it('keeps what it takes and drops the rest', async () => {
    const [request] = own.requests;
    if (request === undefined) throw new Error('the case asks nothing');
    const guilty = {
      ...request,
      method: 'PUT',
      headers: [
        ['x-a', '1'],
        ['x-guilty', '1'],
      ] as const,
    };
    const run = await runCases(judge, [{ ...own, cookies: true, page: 'worker', requests: [guilty] }]);
    const [fault] = run.compared.flatMap(({ faults }) => faults);
    if (fault === undefined) throw new Error('nothing is wrong');
    const least = await minimise(judge, { run, fault }, 12);
    expect(least.run.cases[least.fault.number]).toEqual({
      ...own,
      requests: [{ ...request, headers: [['x-guilty', '1']] }],
    });
  });

  it('has nothing smaller than the smallest case', () => {
    expect(smaller(own)).toEqual([]);
  });
});
