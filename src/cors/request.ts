/** A request's credentials mode (Fetch Standard §2.2.5). */
export type Credentials = 'include' | 'same-origin' | 'omit';

/** The request modes that matter to CORS (Fetch Standard §2.2.5). */
export type RequestMode = 'cors' | 'no-cors' | 'same-origin' | 'navigate';
