/** How a REST API ends a request by itself: the status, `x-amzn-errortype` and body of each gateway response type. */
interface Ending {
  readonly status: number;
  readonly errorType: string | null;
  readonly body: string;
  /** Whether AWS was recorded, or is documented, answering so; the others are inferred. */
  readonly recorded: boolean;
}

const message = (text: string) => `{"message":${JSON.stringify(text)}}`;
const ending = (status: number, errorType: string | null, body: string, recorded = true): Ending => ({
  status,
  errorType,
  body,
  recorded,
});

export const gatewayResponses = {
  MISSING_AUTHENTICATION_TOKEN: ending(
    403,
    'MissingAuthenticationTokenException',
    message('Missing Authentication Token'),
  ),
  UNAUTHORIZED: ending(401, 'UnauthorizedException', message('Unauthorized')),
  ACCESS_DENIED: ending(
    403,
    'AccessDeniedException',
    '{"Message":"User is not authorized to access this resource with an explicit deny"}',
  ),
  INVALID_API_KEY: ending(403, 'ForbiddenException', message('Forbidden')),
  WAF_FILTERED: ending(403, 'ForbiddenException', message('Forbidden')),
  THROTTLED: ending(429, 'TooManyRequestsException', message('Too Many Requests'), false),
  QUOTA_EXCEEDED: ending(429, 'LimitExceededException', message('Limit Exceeded'), false),
  AUTHORIZER_CONFIGURATION_ERROR: ending(500, 'InternalServerErrorException', '{"message":null}', false),
  AUTHORIZER_FAILURE: ending(500, 'InternalServerErrorException', '{"message":null}', false),
  EXPIRED_TOKEN: ending(
    403,
    'ExpiredTokenException',
    message('The security token included in the request is expired'),
    false,
  ),
  INVALID_SIGNATURE: ending(
    403,
    'InvalidSignatureException',
    message('The request signature we calculated does not match the signature you provided.'),
    false,
  ),
  RESOURCE_NOT_FOUND: ending(404, 'NotFoundException', message('Not Found'), false),
  BAD_REQUEST_PARAMETERS: ending(
    400,
    'BadRequestException',
    message('Missing required request parameters: [x]'),
  ),
  BAD_REQUEST_BODY: ending(400, 'BadRequestException', message('Invalid request body')),
  UNSUPPORTED_MEDIA_TYPE: ending(415, 'BadRequestException', message('Unsupported Media Type'), false),
  REQUEST_TOO_LARGE: ending(413, null, message('Request Too Long'), false),
  API_CONFIGURATION_ERROR: ending(
    500,
    'InternalServerErrorException',
    message('Internal server error'),
    false,
  ),
  INTEGRATION_FAILURE: ending(504, 'InternalServerErrorException', message('Internal server error'), false),
  INTEGRATION_TIMEOUT: ending(504, 'InternalServerErrorException', message('Endpoint request timed out')),
} as const satisfies Record<string, Ending>;

export type GatewayResponseType = keyof typeof gatewayResponses;

/** Endings that are no type of their own: only the defaults can give them headers, or nothing can. */
export const untypedEndings = {
  /** The function threw or returned something malformed. */
  malformed: ending(502, 'InternalServerErrorException', message('Internal server error')),
  /** Lambda refused to run the function: the status is inferred. */
  lambdaThrottled: ending(500, 'InternalServerErrorException', message('Internal server error'), false),
  /** No stage or no mapping: the request reaches no API, whose configuration therefore cannot matter. */
  noStage: ending(403, 'ForbiddenException', message('Forbidden')),
  /** A resource policy's denial: of type ACCESS_DENIED, its body inferred. */
  resourcePolicy: ending(
    403,
    'AccessDeniedException',
    '{"Message":"User: anonymous is not authorized to perform: execute-api:Invoke on resource: arn:aws:execute-api:..."}',
    false,
  ),
  /** An `Authorization` that is no AWS signature, where a signature would be wanted. The hash is left out. */
  badSignature: ending(
    403,
    'IncompleteSignatureException',
    message(
      'Invalid key=value pair (missing equal-sign) in Authorization header (hashed with SHA-256 and encoded with Base64): ...',
    ),
  ),
} as const satisfies Record<string, Ending>;

export type { Ending };
