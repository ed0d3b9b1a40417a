import type { Diagnosed } from '../diagnosis/index.ts';
import type { ApiIdentity, GatewayKind } from '../gateway/index.ts';
import type { ApiView, FixKind } from './api-view.ts';
import { everyBeyond } from './beyond.ts';
import { capturedCors } from './captured-cors.ts';
import { capturedPaths } from './captured-paths.ts';
import { circumstancesOf } from './circumstances.ts';
import { countNeeds } from './count-needs.ts';
import type { Fix } from './fix.ts';
import { makeFixes } from './make-fixes.ts';
import { synthesise } from './policy.ts';
import { proveNeeds } from './prove.ts';
import { tellingFindings } from './telling.ts';

/**
 * One API with its policy, and the fixes and proofs for each kind. Like exchanges are replayed once, so it can run
 * whenever an exchange changes.
 */
export function viewApi(identity: ApiIdentity, diagnosed: readonly Diagnosed[]): ApiView {
  const needs = countNeeds(diagnosed);
  const { policy, leftOut, traces } = synthesise(needs.values());
  const findings = tellingFindings(diagnosed);
  const circumstances = circumstancesOf(findings);
  const answered = capturedCors(diagnosed);
  const beyond = everyBeyond(diagnosed);
  const paths = capturedPaths(identity.base, diagnosed);
  const fixes = (kind: FixKind): readonly Fix[] => [
    ...makeFixes({
      policy,
      kind,
      findings,
      circumstances,
      leftOut,
      paths,
      base: identity.base,
      answered,
      beyond,
    }),
    ...(isFixKind(identity.kind) ? [] : [otherFrontDoor]),
  ];
  const proof = (kind: FixKind) => proveNeeds({ policy, kind, needs, circumstances });
  return {
    identity,
    exchangeIds: diagnosed.map(({ exchange }) => exchange.id),
    policy,
    traces,
    leftOut,
    fixes: { rest: fixes('rest'), http: fixes('http'), 'function-url': fixes('function-url') },
    proofs: { rest: proof('rest'), http: proof('http'), 'function-url': proof('function-url') },
    suggested: isFixKind(identity.kind) ? identity.kind : 'rest',
  };
}

const isFixKind = (kind: GatewayKind): kind is FixKind =>
  kind === 'rest' || kind === 'http' || kind === 'function-url';

const otherFrontDoor: Fix = {
  kind: 'note',
  target: 'by-hand',
  title: 'Not known to be API Gateway',
  language: 'text',
  text: 'Nothing in the capture says that a REST API, an HTTP API or a function URL answered. The snippets fit only if one stands behind this address; elsewhere, carry the same policy over.',
};
