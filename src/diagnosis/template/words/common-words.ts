import type { SettingFaultReason } from '../../../gateway/index.ts';
import { settingName } from '../setting-name.ts';
import { restWords } from './rest-words.ts';
import type { SettingWords } from './setting-words.ts';

type CommonReason = Exclude<SettingFaultReason, keyof typeof restWords>;

/** Settings of every front door, and of HTTP APIs and function URLs. */
const commonWords: Readonly<Record<CommonReason, SettingWords>> = {
  'origin-not-serialised': {
    rank: 82,
    known: 'standard',
    title: (fault) => `${settingName(fault)} is not an origin as browsers send it`,
    summary:
      'An allowed origin has a path, a trailing slash, blanks or capitals: it never equals the Origin header.',
    symptom:
      "“No 'Access-Control-Allow-Origin' header”, or the header has a value “that is not equal to the supplied origin”.",
    why: 'A browser sends scheme, host and port in lower case and nothing after them, and the comparison is by bytes.',
    fix: 'Write it as the browser sends it: `https://app.example.com`, with the port where it is not the usual one.',
    remedies: ['cors-configuration'],
  },
  'cors-wrong-type': {
    rank: 62,
    known: 'translator',
    title: (fault) => `${settingName(fault)} is of a type that SAM refuses`,
    summary: 'The CORS setting is a text where a map is wanted, or a boolean or list where SAM takes none.',
    symptom: 'The deployment fails with “Type of property … is invalid”.',
    why: 'A REST API’s `Cors` takes a text or a map, an HTTP API’s `CorsConfiguration` a map or `true`, a function URL’s `Cors` a map. Anything else ends the deployment, and the API stays as it was before.',
    fix: 'Write the map with its keys.',
    remedies: ['cors-configuration'],
  },
  'unknown-key': {
    rank: 66,
    known: 'translator',
    title: (fault) => `${settingName(fault)} is no setting that SAM knows here`,
    summary:
      'A key of the CORS setting does not exist there: `AllowOrigin` where `AllowOrigins` is meant, `ExposeHeaders` on a REST API.',
    symptom: 'The deployment fails with “Invalid key …”, or what you changed never shows on the wire.',
    why: 'The keys differ by front door: a REST API has `AllowOrigin` and texts in quotes, an HTTP API and a function URL have `AllowOrigins` and lists.',
    fix: 'Use the key of this front door.',
    remedies: ['cors-configuration'],
  },
  'cors-on-wrong-resource': {
    rank: 68,
    known: 'translator',
    title: (fault) => `${settingName(fault)} stands on a resource that has no such setting`,
    summary: '`Cors` on an HTTP API, `CorsConfiguration` on a REST API, or either on an event.',
    symptom:
      'The deployment fails with “property … not defined for resource”, or the API has no CORS at all.',
    why: 'A REST API is set up by `Cors`, an HTTP API by `CorsConfiguration`, and an event by neither.',
    fix: 'Move it to the API, under the name that this kind of API has for it.',
    remedies: ['cors-configuration'],
  },
  'credentials-with-wildcard': {
    rank: 70,
    known: 'translator',
    title: (fault) => `${settingName(fault)} allows credentials for any origin`,
    summary: '`AllowCredentials: true` beside `*`, or without an origin: refused, or of no use.',
    symptom:
      "The deployment fails, or the browser says that the header “must not be the wildcard '*' when the request's credentials mode is 'include'”.",
    why: 'Cookies may be sent only to a server that names the page’s origin. SAM and API Gateway refuse the pair; where a function URL takes it, every site may call with the visitor’s cookies.',
    fix: 'Name the exact origins, or leave credentials out.',
    remedies: ['cors-configuration'],
  },
  'lists-concatenated': {
    rank: 91,
    known: 'translator',
    title: (fault) => `${settingName(fault)} is added to the list of \`Globals\` and does not replace it`,
    summary: 'Lists of `Globals` and of the resource are both in force, one after the other.',
    symptom: 'More is allowed than the resource says: origins or methods of `Globals` stay in force.',
    why: 'SAM merges maps key by key, but joins lists without dropping duplicates. The resource cannot take away what `Globals` lists.',
    fix: 'Keep the list in one place only.',
    remedies: ['cors-configuration'],
  },
  'options-in-function-url': {
    rank: 61,
    known: 'translator',
    title: (fault) => `${settingName(fault)} names OPTIONS, which a function URL refuses`,
    summary: '`OPTIONS` among a function URL’s `AllowMethods` is refused at deployment.',
    symptom: 'The deployment fails at `AllowMethods`, and what you changed never shows on the wire.',
    why: 'A function URL takes GET, PUT, HEAD, POST, PATCH, DELETE and `*`. It answers preflights by itself, so that OPTIONS need not be named.',
    fix: 'Take OPTIONS out of the list.',
    remedies: ['cors-configuration'],
  },
  'list-in-one-item': {
    rank: 86,
    known: 'reported',
    title: (fault) => `${settingName(fault)} holds a whole list in one item`,
    summary: 'One list item holds several names with commas; it is compared as a whole, and never matches.',
    symptom: 'The preflight lacks its headers, although the name seems to be listed.',
    why: 'Each item is one name. `Content-Type,Authorization` in one item is the name of a header that nobody sends.',
    fix: 'Give every name an item of its own.',
    remedies: ['cors-configuration'],
  },
  'list-as-string': {
    rank: 63,
    known: 'translator',
    title: (fault) => `${settingName(fault)} is a text where a list is meant`,
    summary: 'A list of the CORS setting is written as one text.',
    symptom: 'The deployment fails, or the setting allows nothing.',
    why: 'HTTP APIs and function URLs take lists here. SAM hands a text on unchecked, and the service behind it refuses it.',
    fix: 'Write a list: `[GET, POST]`, or one item per line with a dash.',
    remedies: ['cors-configuration'],
  },
  'max-age-out-of-range': {
    rank: 65,
    known: 'documented',
    title: (fault) => `${settingName(fault)} is not a number of seconds that the service takes`,
    summary: '`MaxAge` is no number, or outside of what the service takes.',
    symptom: 'The deployment fails at `MaxAge`, or preflights are not kept as long as meant.',
    why: 'HTTP APIs take −1 to 86400 seconds, function URLs 0 to 86400; a REST API sends what stands there.',
    fix: 'Write a number of seconds up to 86400; browsers keep a preflight for 2 hours (Chromium) or 24 hours (Firefox) at most.',
    remedies: ['none'],
  },
  'auth-type-missing': {
    rank: 67,
    known: 'translator',
    title: () => 'The function URL has no AuthType',
    summary: '`FunctionUrlConfig` without `AuthType` is refused at deployment.',
    symptom:
      'The deployment fails with “AuthType is required to configure function property `FunctionUrlConfig`”.',
    why: 'SAM wants to be told whether callers must sign (`AWS_IAM`) or not (`NONE`). The deployment is refused, and nothing of it shows on the wire.',
    fix: 'Add `AuthType: NONE` or `AuthType: AWS_IAM`.',
    remedies: ['none'],
  },
};

/** What is said of every kind of wrong setting. */
export const settingWords: Readonly<Record<SettingFaultReason, SettingWords>> = {
  ...restWords,
  ...commonWords,
};

/** The kinds, in order of rank. */
export const settingReasons: readonly SettingFaultReason[] = [
  'unquoted-value',
  'options-in-function-url',
  'cors-wrong-type',
  'list-as-string',
  'cors-beside-definition-uri',
  'max-age-out-of-range',
  'unknown-key',
  'auth-type-missing',
  'cors-on-wrong-resource',
  'credentials-with-wildcard',
  'misplaced-flag',
  'binary-types-with-mock',
  'events-not-merged',
  'several-origins',
  'origin-not-serialised',
  'credentials-not-boolean',
  'list-in-one-item',
  'allow-headers-absent',
  'gateway-response-without-cors',
  'lists-concatenated',
];
