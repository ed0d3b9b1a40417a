import type { SettingFaultReason } from '../../../gateway/index.ts';
import { quote } from '../../text.ts';
import { settingName } from '../setting-name.ts';
import type { SettingWords } from './setting-words.ts';

type RestReason = Extract<
  SettingFaultReason,
  | 'unquoted-value'
  | 'several-origins'
  | 'cors-beside-definition-uri'
  | 'credentials-not-boolean'
  | 'misplaced-flag'
  | 'binary-types-with-mock'
  | 'events-not-merged'
  | 'allow-headers-absent'
  | 'gateway-response-without-cors'
>;

/** Settings of REST APIs. */
export const restWords: Readonly<Record<RestReason, SettingWords>> = {
  'unquoted-value': {
    rank: 60,
    known: 'recorded',
    title: (fault) => `${settingName(fault)} lacks the single quotes that a REST API needs inside its value`,
    summary: 'A value of a REST API’s `Cors` stands without the inner single quotes.',
    symptom:
      'The deployment fails with “Invalid mapping expression specified”, or what you changed never shows on the wire.',
    why: 'SAM copies the value into a mapping expression of API Gateway, where a fixed text stands in single quotes. Without them the deployment is refused, and the API stays as it was before.',
    fix: 'Put single quotes inside the double ones: `"\'https://app.example.com\'"`.',
    remedies: ['cors-configuration'],
  },
  'several-origins': {
    rank: 80,
    known: 'reported',
    title: (fault) => `${settingName(fault)} holds several origins in one value`,
    summary:
      'A REST API’s `AllowOrigin` lists several origins; it is sent as it is, and no browser takes a list.',
    symptom:
      "“The 'Access-Control-Allow-Origin' header contains multiple values …, but only one is allowed.”",
    why: 'The OPTIONS method that SAM makes answers with fixed texts. The list goes out as one value, whoever asks, and a browser compares the whole of it with its one origin.',
    fix: 'Name one origin here. For several, let the function or a response template of the OPTIONS method compare the request’s Origin with the list and answer the one that fits, with `Vary: Origin`.',
    remedies: ['cors-configuration'],
  },
  'cors-beside-definition-uri': {
    rank: 64,
    known: 'translator',
    title: (fault) => `${settingName(fault)} has no inline definition to work on`,
    summary:
      '`Cors` stands beside `DefinitionUri`: SAM can add OPTIONS only to a definition in the template.',
    symptom:
      "The deployment fails with “Cors works only with inline Swagger specified in 'DefinitionBody' property”.",
    why: 'SAM writes the OPTIONS methods into the definition, and cannot write into a file that it only refers to. The deployment is refused, and the API stays as it was before.',
    fix: 'Move the definition into `DefinitionBody` (`Fn::Transform` with `AWS::Include` keeps it in its file), or write the OPTIONS methods into that file.',
    remedies: ['cors-configuration'],
  },
  'credentials-not-boolean': {
    rank: 84,
    known: 'translator',
    title: (fault) => `${settingName(fault)} is a text and not \`true\`, so it is ignored`,
    summary:
      '`AllowCredentials: "true"` is a text: SAM takes only the boolean, and ignores it without a word.',
    symptom:
      "“The value of the 'Access-Control-Allow-Credentials' header in the response is '' which must be 'true'”.",
    why: 'SAM compares with the boolean true; a text is never equal to it, and the header is left out.',
    fix: 'Write `AllowCredentials: true`, without quotes.',
    remedies: ['cors-configuration'],
  },
  'misplaced-flag': {
    rank: 72,
    known: 'translator',
    title: (fault) => `${settingName(fault)} stands where SAM ignores it`,
    summary:
      '`AddDefaultAuthorizerToCorsPreflight` or `AddApiKeyRequiredToCorsPreflight` stands inside an authorizer or beside `Auth`, where it does nothing.',
    symptom: 'OPTIONS is answered 401 or 403 although the flag is there.',
    why: 'SAM reads the flag only directly under `Auth` of the API or of `Globals.Api`. Elsewhere it is passed over without a word, and the authorizer or the API key stays in front of OPTIONS.',
    fix: 'Move it directly under `Auth`, beside `DefaultAuthorizer`.',
    remedies: ['open-preflight-to-authorizer', 'open-preflight-to-api-key', 'cors-configuration'],
  },
  'binary-types-with-mock': {
    rank: 74,
    known: 'reported',
    title: () => 'Binary media types that cover everything break the preflight',
    summary: '`BinaryMediaTypes` holds `*~1*`: the OPTIONS method that SAM makes then answers 500.',
    symptom: 'OPTIONS is answered 500 “Internal server error”, the actual request is never sent.',
    why: 'With `*/*` every body is binary, also the small JSON text from which the mock behind OPTIONS reads its status; it cannot be read, and API Gateway answers 500.',
    fix: 'Name the types that really are binary, such as `image~1png`; or define OPTIONS yourself in `DefinitionBody` with `contentHandling: CONVERT_TO_TEXT`.',
    remedies: ['text-preflight', 'cors-configuration'],
  },
  'events-not-merged': {
    rank: 76,
    known: 'translator',
    title: (fault) => `The event at ${settingName(fault)} is left out: an explicit definition is in force`,
    summary:
      'A function’s event is not merged into an explicit `DefinitionBody`, so its path does not exist.',
    symptom: 'Path and OPTIONS are answered 403 “Missing Authentication Token”.',
    why: 'With a `DefinitionBody` SAM takes the definition as it is. The events of functions are dropped without a word, unless `MergeDefinitions: true` says otherwise.',
    fix: 'Set `MergeDefinitions: true` on the API, or write the path into `DefinitionBody`.',
    remedies: ['cors-configuration'],
  },
  'allow-headers-absent': {
    rank: 88,
    known: 'translator',
    title: (fault) => `${settingName(fault)} names no AllowHeaders`,
    summary: 'A REST API’s `Cors` without `AllowHeaders` sends no Access-Control-Allow-Headers at all.',
    symptom:
      '“Request header field content-type is not allowed by Access-Control-Allow-Headers in preflight response.”',
    why: 'SAM has no default for it. The short form `Cors: "\'*\'"` allows any origin but no header that needs a permission: no JSON body, no Authorization.',
    fix: 'Use the long form, and list in `AllowHeaders` what the page sends: `"\'Content-Type,Authorization\'"`.',
    remedies: ['cors-configuration'],
    leaves: ['method-not-allowed'],
  },
  'gateway-response-without-cors': {
    rank: 90,
    known: 'recorded',
    title: (fault) => `The gateway response ${quote(fault.value)} is set by itself, without CORS headers`,
    summary:
      'A gateway response type that is customised by itself does not inherit the headers of `DEFAULT_4XX` or `DEFAULT_5XX`.',
    symptom: 'The API’s own error (401, 403, …) reaches the page as a CORS error only.',
    why: 'The defaults fill only types that the template does not name. One that it names, for its body or its status, sends just the headers that it lists itself.',
    fix: 'Add `Access-Control-Allow-Origin` to its `ResponseParameters.Headers` as well.',
    remedies: ['gateway-error-headers'],
  },
};
