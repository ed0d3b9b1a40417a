import type { Policy } from '../../gateway/index.ts';
import type { Fix } from '../fix.ts';

/** What the handler behind a REST API has to do: all CORS headers of every answer are its own. */
export interface RestHandler {
  readonly gateway: 'rest';
  readonly policy: Policy;
  /** OPTIONS is routed to it, because the gateway's own answer cannot hold several origins. */
  readonly answersPreflight: boolean;
}

/** What the handler behind a gateway that adds the CORS headers has to do: nothing about them. */
export type PlainHandler =
  | {
      readonly gateway: 'http';
      /** A route of the user's own sends OPTIONS here; the gateway adds the headers to that answer, too. */
      readonly answersPreflight: boolean;
    }
  /** With `Cors` set, a function URL answers every preflight itself. */
  | { readonly gateway: 'function-url'; readonly answersPreflight: false };

/** What a handler is written from, in whichever language. */
export type HandlerShape = RestHandler | PlainHandler;

/** The handlers in one language. Every text is a whole file. */
export interface HandlerLanguage {
  readonly target: string;
  readonly language: Fix['language'];
  /** As its developers write it. */
  readonly name: string;
  /** A comment: the file, what the template's `Handler` says of it, and what it needs. */
  readonly place: string;
  /** For proxy integration, where events keep the client's header case. */
  rest(handler: RestHandler): string;
  /** Two handlers: with a status, for payload 2.0 and 1.0, and without one, for 2.0 only. */
  plain(handler: PlainHandler): string;
}

/** The comments of a plain handler. */
interface PlainWords {
  /** Why it sends no CORS headers. */
  readonly reason: string;
  readonly withStatus: string;
  readonly withoutStatus: string;
}

export const plainWords: Readonly<Record<PlainHandler['gateway'], PlainWords>> = {
  http: {
    reason: 'API Gateway adds the CORS headers from CorsConfiguration and ignores those that code returns.',
    withStatus: 'With a status: for payload 2.0 and 1.0.',
    withoutStatus: 'Without one: for payload 2.0 only, which answers 200 and JSON.',
  },
  'function-url': {
    reason:
      'The function URL adds the CORS headers from its Cors setting; those that code returns may come twice.',
    withStatus: 'With a status.',
    withoutStatus: 'Without one: the function URL answers 200 and JSON.',
  },
};

/** Any origin may read, so the answer does not depend on who asks. */
export function allowsAny({ origins }: Policy): boolean {
  return origins.includes('*');
}
