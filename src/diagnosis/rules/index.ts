import type { Rule } from '../rule.ts';
import { aborted } from './aborted.ts';
import { allowCredentialsMissing } from './allow-credentials-missing.ts';
import { allowHeadersAbsent } from './allow-headers-absent.ts';
import { allowOriginInvalid } from './allow-origin-invalid.ts';
import { allowOriginMissing } from './allow-origin-missing.ts';
import { apiKeyOnOptions } from './api-key-on-options.ts';
import { apiKeyRefused } from './api-key-refused.ts';
import { authorizationWildcard } from './authorization-wildcard.ts';
import { authorizerDenied } from './authorizer-denied.ts';
import { authorizerOnOptions } from './authorizer-on-options.ts';
import { binaryTypesMock } from './binary-types-mock.ts';
import { blockedByExtension } from './blocked-by-extension.ts';
import { broadHeaders } from './broad-headers.ts';
import { broadMethods } from './broad-methods.ts';
import { cdnCachedWithoutOrigin } from './cdn-cached-without-origin.ts';
import { cdnOptionsNotAllowed } from './cdn-options-not-allowed.ts';
import { cdnOwnError } from './cdn-own-error.ts';
import { coep } from './coep.ts';
import { connectionCut } from './connection-cut.ts';
import { connectionRefused } from './connection-refused.ts';
import { corp } from './corp.ts';
import { credentialsUnknown } from './credentials-unknown.ts';
import { csp } from './csp.ts';
import { dnsFailure } from './dns-failure.ts';
import { duplicateAllowOrigin } from './duplicate-allow-origin.ts';
import { errorAnswersWithoutCors } from './error-answers-without-cors.ts';
import { exposeHeadersMissing } from './expose-headers-missing.ts';
import { exposeHeadersSensitive } from './expose-headers-sensitive.ts';
import { functionUrlCorsUnconfigured } from './function-url-cors-unconfigured.ts';
import { functionUrlPermission } from './function-url-permission.ts';
import { handlerAllowOriginMissing } from './handler-allow-origin-missing.ts';
import { handlerCrashed } from './handler-crashed.ts';
import { headerNotAllowed } from './header-not-allowed.ts';
import { httpCorsConfiguration } from './http-cors-configuration.ts';
import { httpCorsUnconfigured } from './http-cors-unconfigured.ts';
import { httpOptionsRoute } from './http-options-route.ts';
import { httpOriginTrusted } from './http-origin-trusted.ts';
import { httpPreflightRefused } from './http-preflight-refused.ts';
import { iamOnOptions } from './iam-on-options.ts';
import { insecureUrl } from './insecure-url.ts';
import { integrationAllowOriginMissing } from './integration-allow-origin-missing.ts';
import { integrationTimeout } from './integration-timeout.ts';
import { allowHeadersSyntax, allowMethodsSyntax } from './list-syntax.ts';
import { localNetworkAccess } from './local-network-access.ts';
import { maxAgeAbsent } from './max-age-absent.ts';
import { maxAgeCapped } from './max-age-capped.ts';
import { methodCase } from './method-case.ts';
import { methodNotAllowed } from './method-not-allowed.ts';
import { mixedContent } from './mixed-content.ts';
import { networkError } from './network-error.ts';
import { notDeployed } from './not-deployed.ts';
import { nullOrigin } from './null-origin.ts';
import { nullTrusted } from './null-trusted.ts';
import { offline } from './offline.ts';
import { opaqueResponse } from './opaque-response.ts';
import { optionsHandledByFunction } from './options-handled-by-function.ts';
import { optionsMissing } from './options-missing.ts';
import { orb } from './orb.ts';
import { originMismatch } from './origin-mismatch.ts';
import { originNotListed } from './origin-not-listed.ts';
import { originReflected } from './origin-reflected.ts';
import { originSchemePort } from './origin-scheme-port.ts';
import { originTrailingSlash } from './origin-trailing-slash.ts';
import { payloadTooLarge } from './payload-too-large.ts';
import { preflightAllowOriginMissing } from './preflight-allow-origin-missing.ts';
import { preflightCached } from './preflight-cached.ts';
import { preflightMissing } from './preflight-missing.ts';
import { preflightRedirect } from './preflight-redirect.ts';
import { preflightStatus } from './preflight-status.ts';
import { protocolError } from './protocol-error.ts';
import { publicSuffixOrigin } from './public-suffix-origin.ts';
import { reasonCode } from './reason-code.ts';
import { redirectLoop } from './redirect-loop.ts';
import { requestInvalid } from './request-invalid.ts';
import { resourcePolicy } from './resource-policy.ts';
import { restGatewayError } from './rest-gateway-error.ts';
import { sdkHeaders } from './sdk-headers.ts';
import { serverErrorHidden } from './server-error-hidden.ts';
import { serviceWorkerAnswer } from './service-worker-answer.ts';
import { serviceWorkerError } from './service-worker-error.ts';
import { severalOriginsInOneValue } from './several-origins-in-one-value.ts';
import { signatureIncomplete } from './signature-incomplete.ts';
import { signatureInvalid } from './signature-invalid.ts';
import { stalePreflight } from './stale-preflight.ts';
import { templateApiKeyOnOptions } from './template-api-key-on-options.ts';
import { templateAuthorizerOnOptions } from './template-authorizer-on-options.ts';
import { templateCorsAbsent } from './template-cors-absent.ts';
import { templateListLacks } from './template-list-lacks.ts';
import { templateOptionsRoute } from './template-options-route.ts';
import { templatePathUnknown } from './template-path-unknown.ts';
import { templateSettings } from './template-settings.ts';
import { throttled } from './throttled.ts';
import { timedOut } from './timed-out.ts';
import { tlsFailure } from './tls-failure.ts';
import { tokenExpired } from './token-expired.ts';
import { tokenRefused } from './token-refused.ts';
import { tracingHeaders } from './tracing-headers.ts';
import { unsafePort } from './unsafe-port.ts';
import { varyMissing } from './vary-missing.ts';
import { wafBlocked } from './waf-blocked.ts';
import { wildcardListWithCredentials } from './wildcard-list-with-credentials.ts';
import { wildcardOrigin } from './wildcard-origin.ts';
import { wildcardPersonal } from './wildcard-personal.ts';
import { wildcardPrivate } from './wildcard-private.ts';
import { wildcardWithCredentials } from './wildcard-with-credentials.ts';
import { wildcardWithCredentialsHeader } from './wildcard-with-credentials-header.ts';
import { wrongUrl } from './wrong-url.ts';

/**
 * Every rule, in order of rank. Ranks, lower is nearer to the root: 0–99 no answer at all; 100–199 the preflight's
 * status; 200–299 an error answer that CORS hides; 300–399 no allow-origin; 400–499 a wrong allow-origin; 500–599
 * credentials and syntax; 600–699 methods and headers; 700–799 works, but should not stay; 800–899 notes; 900 the
 * reason code alone. Gaps leave room; no two rules share a rank.
 */
export const rules: readonly Rule[] = [
  offline,
  dnsFailure,
  connectionRefused,
  connectionCut,
  tlsFailure,
  timedOut,
  mixedContent,
  csp,
  blockedByExtension,
  localNetworkAccess,
  corp,
  coep,
  orb,
  aborted,
  serviceWorkerError,
  insecureUrl,
  redirectLoop,
  protocolError,
  unsafePort,
  nullOrigin,
  ...templateSettings,
  templatePathUnknown,
  templateCorsAbsent,
  templateAuthorizerOnOptions,
  templateApiKeyOnOptions,
  templateOptionsRoute,
  templateListLacks,
  notDeployed,
  networkError,
  preflightRedirect,
  binaryTypesMock,
  cdnOptionsNotAllowed,
  optionsHandledByFunction,
  cdnOwnError,
  iamOnOptions,
  resourcePolicy,
  functionUrlPermission,
  optionsMissing,
  authorizerOnOptions,
  apiKeyOnOptions,
  httpOptionsRoute,
  httpCorsUnconfigured,
  functionUrlCorsUnconfigured,
  preflightStatus,
  handlerCrashed,
  integrationTimeout,
  throttled,
  payloadTooLarge,
  tokenRefused,
  authorizerDenied,
  tokenExpired,
  wrongUrl,
  apiKeyRefused,
  wafBlocked,
  signatureIncomplete,
  signatureInvalid,
  requestInvalid,
  serverErrorHidden,
  restGatewayError,
  cdnCachedWithoutOrigin,
  handlerAllowOriginMissing,
  httpPreflightRefused,
  integrationAllowOriginMissing,
  preflightAllowOriginMissing,
  originNotListed,
  httpCorsConfiguration,
  allowOriginMissing,
  duplicateAllowOrigin,
  severalOriginsInOneValue,
  allowOriginInvalid,
  originTrailingSlash,
  originSchemePort,
  originMismatch,
  wildcardWithCredentials,
  allowCredentialsMissing,
  wildcardListWithCredentials,
  allowMethodsSyntax,
  allowHeadersSyntax,
  methodNotAllowed,
  methodCase,
  allowHeadersAbsent,
  authorizationWildcard,
  tracingHeaders,
  sdkHeaders,
  headerNotAllowed,
  wildcardOrigin,
  originReflected,
  nullTrusted,
  httpOriginTrusted,
  wildcardPrivate,
  varyMissing,
  publicSuffixOrigin,
  errorAnswersWithoutCors,
  stalePreflight,
  preflightCached,
  preflightMissing,
  credentialsUnknown,
  opaqueResponse,
  serviceWorkerAnswer,
  wildcardWithCredentialsHeader,
  wildcardPersonal,
  broadMethods,
  broadHeaders,
  exposeHeadersSensitive,
  exposeHeadersMissing,
  maxAgeCapped,
  maxAgeAbsent,
  reasonCode,
];
