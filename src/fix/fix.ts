import type { HandlerShape } from './handlers/handler.ts';

/** What to change. `text` is complete in its language and safely quoted. */
export interface Fix {
  readonly kind: 'sam' | 'handler' | 'note';
  /** Where it goes: `Globals`, `resource`, …; of a handler, its runtime: `nodejs`, `nodejs-ts`, `python`, … */
  readonly target: string;
  readonly title: string;
  readonly language:
    | 'yaml'
    | 'javascript'
    | 'typescript'
    | 'python'
    | 'java'
    | 'go'
    | 'csharp'
    | 'ruby'
    | 'shell'
    | 'text';
  readonly text: string;
  /** Of a handler: what `writeHandler` needs to write it in another language. */
  readonly handler?: HandlerShape;
}

/** The captured exchanges replayed, on paper, against the gateway model with the fix in place. */
export interface Proof {
  readonly passed: number;
  readonly failed: number;
  readonly strangersRefused: number;
  readonly strangersAccepted: number;
  readonly restsOnUnverified: number;
}
