import type { SettingFault } from '../../gateway/index.ts';
import { missingHeaders } from '../preflight-lists.ts';
import { errorType, fault as failed, header, isOk, type Scene, statedOrigin } from '../scene.ts';
import type { LoadedApi } from './loaded.ts';
import { isKnown, takersOf } from './takers.ts';

/** How surely a wrong setting is why this exchange failed; null where it is not, or nothing says so. */
export type Explained = 'certain' | 'likely' | null;

/** Whether a wrong setting of the template is why an exchange was blocked there. */
export function explains(fault: SettingFault, scene: Scene, loaded: LoadedApi): Explained {
  if (fault.effect === 'refused') return showsOldSettings(scene, loaded) ? 'likely' : null;
  const sure = fault.value.includes('${') || !isKnown(loaded) ? 'likely' : 'certain';
  return holds(fault, scene, loaded) ? sure : null;
}

function holds(fault: SettingFault, scene: Scene, loaded: LoadedApi): boolean {
  const sent = header(scene, 'access-control-allow-origin');
  switch (fault.reason) {
    case 'several-origins':
      return sent !== null && sent === unquoted(fault.value);
    case 'origin-not-serialised':
      return loaded.api.kind === 'rest' ? sent === unquoted(fault.value) : isOnlySpelling(fault, scene);
    case 'credentials-not-boolean':
      return (
        failed(scene) === 'InvalidAllowCredentials' &&
        header(scene, 'access-control-allow-credentials') === null
      );
    case 'misplaced-flag':
      return isRefusedOptions(fault, scene);
    case 'binary-types-with-mock':
      return loaded.api.kind === 'rest' && scene.step === 'preflight' && scene.response.status === 500;
    case 'events-not-merged':
      return (
        errorType(scene) === 'MissingAuthenticationTokenException' && takersOf(scene.subject).actual === null
      );
    case 'allow-headers-absent':
      return (
        failed(scene) === 'HeaderDisallowedByPreflightResponse' &&
        header(scene, 'access-control-allow-headers') === null
      );
    case 'gateway-response-without-cors':
      return isGatewayResponse(fault.value, scene);
    case 'list-in-one-item':
    case 'list-as-string':
      return isInOneItem(fault, scene);
    case 'cors-on-wrong-resource':
    case 'unknown-key':
    case 'cors-wrong-type':
      return loaded.api.corsPlace === null && showsOldSettings(scene, loaded);
    default:
      return false;
  }
}

/** Without SAM's inner quotes. */
const unquoted = (value: string): string => value.trim().replace(/^'(.*)'$/s, '$1');

/** CORS as no deployment of this template can have set it up: only then does a refused deployment explain anything. */
function showsOldSettings(scene: Scene, { api }: LoadedApi): boolean {
  const { status } = scene.response;
  if (status >= 429 || (status >= 300 && status <= 399)) return false;
  if (scene.step === 'actual' && (api.kind === 'rest' || !isOk(status))) return false;
  return failed(scene) !== 'MultipleAllowOriginValues';
}

/** The entry and the page's origin differ in spelling alone. */
function isOnlySpelling(fault: SettingFault, scene: Scene): boolean {
  const wanted = statedOrigin(scene);
  const listed = unquoted(fault.value);
  if (wanted === null || listed === wanted || !URL.canParse(listed)) return false;
  const sent = header(scene, 'access-control-allow-origin');
  return new URL(listed).origin === wanted && (sent === null || sent !== wanted);
}

function isRefusedOptions({ setting, value }: SettingFault, scene: Scene): boolean {
  const { status } = scene.response;
  if (scene.step !== 'preflight' || (status !== 401 && status !== 403)) return false;
  const asksKey = errorType(scene) === 'ForbiddenException';
  return /ApiKey/.test(`${setting} ${value}`) === asksKey;
}

const names: Readonly<Record<string, readonly string[]>> = {
  UNAUTHORIZED: ['UnauthorizedException'],
  ACCESS_DENIED: ['AccessDeniedException'],
  INVALID_API_KEY: ['ForbiddenException'],
  WAF_FILTERED: ['ForbiddenException'],
  EXPIRED_TOKEN: ['ExpiredTokenException'],
  INVALID_SIGNATURE: ['InvalidSignatureException'],
  MISSING_AUTHENTICATION_TOKEN: ['MissingAuthenticationTokenException'],
  THROTTLED: ['TooManyRequestsException'],
  QUOTA_EXCEEDED: ['LimitExceededException'],
};
const statuses: Readonly<Record<string, number>> = {
  BAD_REQUEST_BODY: 400,
  BAD_REQUEST_PARAMETERS: 400,
  INTEGRATION_TIMEOUT: 504,
  INTEGRATION_FAILURE: 504,
  RESOURCE_NOT_FOUND: 404,
  UNSUPPORTED_MEDIA_TYPE: 415,
};

/** The API's own error is of this type: told by its name, or by its status where no other type has it. */
function isGatewayResponse(type: string, scene: Scene): boolean {
  if (failed(scene) !== 'MissingAllowOriginHeader') return false;
  const name = errorType(scene);
  if (name !== null && names[type] !== undefined) return names[type].includes(name);
  return statuses[type] === scene.response.status && header(scene, 'x-amzn-trace-id') === null;
}

/** One of the names in the item is what the preflight did not allow. */
function isInOneItem({ value, setting }: SettingFault, scene: Scene): boolean {
  const items = unquoted(value)
    .split(',')
    .map((item) => item.trim());
  const { needs } = scene.subject.judgement;
  const missing = header(scene, 'access-control-allow-origin') === null;
  if (/Origin/.test(setting)) return missing && items.includes(statedOrigin(scene) ?? '');
  if (scene.step !== 'preflight') return false;
  if (/Method/.test(setting))
    return (missing || failed(scene).startsWith('Method')) && items.includes(needs.method);
  const lower = items.map((item) => item.toLowerCase());
  const asked = missing ? needs.headers : missingHeaders(scene);
  return (missing || failed(scene).startsWith('Header')) && asked.some((name) => lower.includes(name));
}
