/** What follows `is:`. */
export const states = [
  'blocked',
  'risky',
  'allowed',
  'pending',
  'unfinished',
  'network-error',
  'not-cors',
  'assumed',
  'cached-preflight',
  'redirected',
  'disagreement',
] as const;
export type State = (typeof states)[number];

/** Keys whose values are names: a `*` in one stands for any characters. */
export const nameKeys = [
  'cause',
  'gateway',
  'api',
  'origin',
  'domain',
  'method',
  'code',
  'resource-type',
  'scheme',
  'has-request-header',
  'has-response-header',
] as const;
export type NameKey = (typeof nameKeys)[number];

export const keys = ['is', 'status-code', ...nameKeys] as const;
export type Key = (typeof keys)[number];

/** In the order in which they are offered, with what each asks. */
export const keyWords: Readonly<Record<Key, string>> = {
  is: 'how the exchange stands',
  cause: 'a finding’s rule',
  'status-code': '404, 4xx or 500-599',
  method: 'the preflight’s OPTIONS included',
  origin: 'who asked',
  domain: 'who was asked, *.example.com for any below',
  api: 'part of the API’s address',
  gateway: 'the kind of front door',
  code: 'the browser’s reason code',
  'resource-type': 'fetch, xhr, script, font, …',
  scheme: 'https or http, at any hop',
  'has-request-header': 'sent, or announced by the preflight',
  'has-response-header': 'the preflight’s included',
};

/** Keys are known in any case. */
export function keyOf(name: string): Key | null {
  const lower = name.toLowerCase();
  return keys.find((key) => key === lower) ?? null;
}

export function stateOf(name: string): State | null {
  return states.find((state) => state === name) ?? null;
}
