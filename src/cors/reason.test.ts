import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Protocol } from 'devtools-protocol';
import { expect, expectTypeOf, it } from 'vitest';
import { type CorsErrorCode, corsErrorCodes } from './reason.ts';

it('has exactly the codes of the CDP type Network.CorsError', () => {
  expectTypeOf<CorsErrorCode>().toEqualTypeOf<Protocol.Network.CorsError>();
});

it('has them in the order of the protocol’s JSON', () => {
  const path = createRequire(import.meta.url).resolve('devtools-protocol/json/browser_protocol.json');
  const protocol: { domains: { domain: string; types?: { id: string; enum?: string[] }[] }[] } = JSON.parse(
    readFileSync(path, 'utf8'),
  );
  const network = protocol.domains.find(({ domain }) => domain === 'Network');
  expect(network?.types?.find(({ id }) => id === 'CorsError')?.enum).toEqual([...corsErrorCodes]);
});
