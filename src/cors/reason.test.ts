import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Protocol } from 'devtools-protocol';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { type CorsErrorCode, corsErrorCodes } from './reason.ts';

it('has exactly the codes of the CDP type Network.CorsError', () => {
  expectTypeOf<CorsErrorCode>().toEqualTypeOf<Protocol.Network.CorsError>();
});

/** The enum `Network.CorsError` as the `devtools-protocol` package has it. */
function protocolCodes(): readonly string[] {
  const path = createRequire(import.meta.url).resolve('devtools-protocol/json/browser_protocol.json');
  const protocol: { domains: { domain: string; types?: { id: string; enum?: string[] }[] }[] } = JSON.parse(
    readFileSync(path, 'utf8'),
  );
  const network = protocol.domains.find(({ domain }) => domain === 'Network');
  return network?.types?.find(({ id }) => id === 'CorsError')?.enum ?? [];
}

it('has them in the order of the protocol’s JSON', () => {
  expect(protocolCodes()).toEqual([...corsErrorCodes]);
});

describe('the map of reason codes to Firefox’s console', () => {
  const { reasons }: { reasons: readonly (readonly [code: string, category: string | null])[] } = JSON.parse(
    readFileSync(new URL('./fixtures/reason-codes.fixture.json', import.meta.url), 'utf8'),
  );

  it('has every code of the protocol and no other, each once', () => {
    expect(reasons.map(([code]) => code)).toEqual(protocolCodes());
  });

  it('leaves without a category only what Firefox has no word for', () => {
    expect(reasons.flatMap(([code, category]) => (category === null ? [code] : []))).toEqual([
      'InvalidResponse',
      'PreflightMissingAllowExternal',
      'PreflightInvalidAllowExternal',
      'InsecureLocalNetwork',
      'InvalidLocalNetworkAccess',
      'NoCorsRedirectModeNotFollow',
      'LocalNetworkAccessPermissionDenied',
    ]);
  });
});
