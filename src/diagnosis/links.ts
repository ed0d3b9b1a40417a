/** Pages that rules point to. */
export const links = {
  corsCheck: 'https://fetch.spec.whatwg.org/#cors-check',
  preflight: 'https://fetch.spec.whatwg.org/#cors-preflight-fetch',
  preflightCache: 'https://fetch.spec.whatwg.org/#cors-preflight-cache',
  credentials: 'https://fetch.spec.whatwg.org/#cors-protocol-and-credentials',
  mdnErrors: 'https://developer.mozilla.org/en-US/docs/Web/HTTP/Guides/CORS/Errors',
  mdnCors: 'https://developer.mozilla.org/en-US/docs/Web/HTTP/Guides/CORS',
  restCors: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-cors.html',
  gatewayResponses:
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html',
  httpCors: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html',
  samCors:
    'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-api-corsconfiguration.html',
  samAuth:
    'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-api-apiauth.html',
  samHttpCors:
    'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-httpapi-httpapicorsconfiguration.html',
  functionUrl: 'https://docs.aws.amazon.com/lambda/latest/dg/urls-configuration.html',
  mdnFetchErrors: 'https://developer.mozilla.org/en-US/docs/Web/API/Window/fetch#exceptions',
  mixedContent: 'https://developer.mozilla.org/en-US/docs/Web/Security/Defenses/Mixed_content',
  connectSrc:
    'https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/Content-Security-Policy/connect-src',
  localNetwork: 'https://developer.chrome.com/blog/local-network-access',
  corpHeader:
    'https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/Cross-Origin-Resource-Policy',
  coepHeader:
    'https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/Cross-Origin-Embedder-Policy',
  orb: 'https://github.com/annevk/orb',
  abortSignal: 'https://developer.mozilla.org/en-US/docs/Web/API/AbortSignal',
  respondWith: 'https://developer.mozilla.org/en-US/docs/Web/API/FetchEvent/respondWith',
  portBlocking: 'https://fetch.spec.whatwg.org/#port-blocking',
  hsts: 'https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/Strict-Transport-Security',
  nullOrigin: 'https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/Origin',
  corsAndCaches: 'https://fetch.spec.whatwg.org/#cors-protocol-and-http-caches',
  corsExploits: 'https://portswigger.net/web-security/cors',
  publicSuffixes: 'https://publicsuffix.org/',
  exposeHeaders:
    'https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/Access-Control-Expose-Headers',
  maxAge: 'https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/Access-Control-Max-Age',
} as const;
