/**
 * The Fetch Standard's CORS protocol and nothing else. In: requests' and responses' headers, methods, origins,
 * credentials modes, a browser profile. Out: whether a preflight is owed, whether it and the response pass, and the
 * reason code where they do not. Imports nothing.
 */
export type { HeaderLine, HeaderLines } from './headers.ts';
export type { BrowserProfile } from './profile.ts';
export { type CorsErrorCode, corsErrorCodes, type Refusal } from './reason.ts';
export type { Credentials, RequestMode } from './request.ts';
