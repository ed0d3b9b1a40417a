import { type Signal, signal } from '@preact/signals';
import type { ApiView, Proof } from '../../fix/index.ts';
import type { Draft } from '../configurator/draft.ts';

/** What the form's room offers, once it is loaded. */
export type FormRoom = typeof import('../configurator/index.ts');

/** The policies that the user changes by hand, kept while the panel is open. */
export interface Configuring {
  /** By API. */
  readonly drafts: Signal<ReadonlyMap<string, Draft>>;
  readonly room: Signal<FormRoom | null>;
  /** The form without an exchange: for an API of which nothing was captured. */
  readonly byHand: Signal<boolean>;
  /** Origins of development are to be kept out of production, by a Parameter of the template. */
  readonly byStage: Signal<boolean>;
}

export function createConfiguring(): Configuring {
  return {
    drafts: signal<ReadonlyMap<string, Draft>>(new Map()),
    room: signal<FormRoom | null>(null),
    byHand: signal(false),
    byStage: signal(false),
  };
}

export async function loadForm({ room }: Configuring): Promise<boolean> {
  if (room.value !== null) return true;
  try {
    room.value = await import('../configurator/index.ts');
    return true;
  } catch {
    return false;
  }
}

const unproven: Proof = {
  passed: 0,
  failed: 0,
  strangersRefused: 0,
  strangersAccepted: 0,
  restsOnUnverified: 0,
};

/** An API that was not captured: nothing is asked for, and nothing allowed until the user says so. */
export const nobodysApi: ApiView = {
  identity: { id: '', kind: 'rest', base: '' },
  exchangeIds: [],
  policy: { origins: [], methods: [], headers: [], exposeHeaders: [], credentials: false, maxAge: null },
  traces: [],
  leftOut: [],
  fixes: { rest: [], http: [], 'function-url': [] },
  proofs: { rest: unproven, http: unproven, 'function-url': unproven },
  suggested: 'rest',
};
