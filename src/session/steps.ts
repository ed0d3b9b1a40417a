import { type CaptureFile, decodeFile, describeFileFault, describeLost } from '../capture/index.ts';
import type { Diagnosed } from '../diagnosis/index.ts';
import {
  diagnose,
  type Finding,
  type LoadedApi,
  type LoadedTemplate,
  loadedApiOf,
  loadTemplate,
  type Subject,
  type TemplateLoad,
} from '../diagnosis/index.ts';
import {
  Assembler,
  assemble,
  type Browser,
  type Exchange,
  type Judgement,
  judge,
  type ManualSettings,
  type SourceKind,
  type WireEvent,
} from '../exchange/index.ts';
import { type ApiView, viewApi } from '../fix/index.ts';
import { type ApiIdentity, apiOf, type GatewayIdentity, identify } from '../gateway/index.ts';

/** Where wire events come from. */
export interface Origin {
  readonly source: SourceKind;
  readonly browser: Browser;
}

/** An assembler as the session uses it: see `Assembler` in `exchange`. */
export interface Assembling {
  push(event: WireEvent): readonly Exchange[];
  clear(): void;
}

/** The steps of the pipe: what the session asks of the rooms above. A seam, so that the session can be tested by itself. */
export interface Steps {
  readonly assembler: (origin: Origin) => Assembling;
  readonly assemble: (events: Iterable<WireEvent>, origin: Origin) => readonly Exchange[];
  readonly judge: (exchange: Exchange, settings: ManualSettings) => Judgement;
  readonly identify: (exchange: Exchange) => GatewayIdentity;
  readonly apiOf: (exchange: Exchange, identity: GatewayIdentity) => ApiIdentity;
  readonly diagnose: (subject: Subject) => readonly Finding[];
  readonly viewApi: (identity: ApiIdentity, diagnosed: readonly Diagnosed[]) => ApiView;
  readonly loadTemplate: (text: string, name: string) => TemplateLoad;
  /** Asked once per exchange where a template is loaded. */
  readonly loadedApiOf: (
    loaded: LoadedTemplate,
    identity: ApiIdentity,
    exchange: Exchange,
  ) => LoadedApi | null;
  readonly readFile: (text: string, fileName: string) => FileRead;
}

/** What a file holds, or the one line that says what is wrong with it. */
export type FileRead =
  | ({ readonly ok: true } & Pick<CaptureFile, 'events' | 'stored' | 'browser'> & {
        /** What its writer took out, in words. */
        readonly lost: string | null;
      })
  | { readonly ok: false; readonly message: string };

/** The product's own steps. */
export const steps: Steps = {
  assembler: (origin) => new Assembler(origin),
  assemble,
  judge,
  identify,
  apiOf,
  diagnose,
  viewApi,
  loadTemplate,
  loadedApiOf,
  readFile(text, fileName) {
    const read = decodeFile(text);
    if (!read.ok) return { ok: false, message: describeFileFault(read.fault, fileName) };
    return { ok: true, ...read.file, lost: describeLost(read.file.lost) };
  },
};
