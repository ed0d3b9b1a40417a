import type { Policy } from '../../gateway/index.ts';
import type { Place, Template } from '../../template/index.ts';
import type { Stages } from '../stages.ts';
import type { Staging } from './by-stage.ts';

/** What a template is to say after a merge, for one of its APIs. */
export interface Change {
  readonly policy: Policy;
  /** REST: OPTIONS is to be free of the default authorizer, and of the API key. */
  readonly openAuthorizer: boolean;
  readonly openApiKey: boolean;
  /** REST: the gateway's own errors are to carry the headers, `DEFAULT_4XX`, `DEFAULT_5XX` and every type customised by itself. */
  readonly errorHeaders: boolean;
  /** HTTP: routes that take OPTIONS (`$default`, `ANY`) are to leave it to the gateway. */
  readonly explicitRoutes: boolean;
  /** Origins by stage, which a Parameter chooses; null or absent where every deployment is to allow all of the policy's. */
  readonly stages?: Stages | null;
}

/** One splice of the template's text; offsets are UTF-16 code units of the text before, and edits do not overlap. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Why a template cannot be changed so. */
export type Impossible =
  /** `Cors` works with inline definitions only. */
  | 'definition-uri'
  /** The whole setting is a function or a reference: `Cors: !Ref …`, `Cors: !If …`. */
  | 'setting-is-a-function'
  /** The setting stands behind an alias or merge key that others share. */
  | 'shared-by-alias'
  /** A value that the template's language, or SAM's quoting, cannot hold. */
  | 'value-not-writable'
  /** Nothing may be allowed: the policy names no origin. */
  | 'no-origin'
  /** An API that no resource of the template writes, and that nothing makes. */
  | 'no-such-api';

export type Merged =
  | {
      readonly ok: true;
      /** The edited template; equal to the text before where it already says all this. */
      readonly text: string;
      /** That text, read again. */
      readonly template: Template;
      readonly edits: readonly Edit[];
      /** What the template cannot do alone, each one sentence: the handler must change, a `*` was replaced. */
      readonly notes: readonly string[];
      /** Null where every deployment allows the same origins. */
      readonly staging: Staging | null;
    }
  | {
      readonly ok: false;
      readonly reason: Impossible;
      readonly place: Place | null;
      /** The nearest thing that works, one or two sentences. */
      readonly nearest: string;
    };
