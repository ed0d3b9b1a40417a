import { batch, computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Diagnosed } from '../../diagnosis/index.ts';
import type { Fix, FixKind } from '../../fix/index.ts';
import {
  applySessionEvents,
  emptyMirror,
  inOrder,
  type MessageAdapter,
  type Mirror,
  type SessionCommand,
  type SessionEvent,
} from '../../session/index.ts';
import { createFiltering, type Filtering } from '../filter/filtering.ts';
import { disagrees } from '../filter/state-test.ts';
import type { PanelHost } from '../host.ts';
import { createListState, type ListState } from '../list/list-state.ts';
import { type Configuring, createConfiguring } from './configuring.ts';
import { createConnection } from './connection.ts';
import { type Copying, createCopying } from './copying.ts';
import { factsByApi, type Group, groupByApi } from './groups.ts';
import { beforeNextFrame, createIntake } from './intake.ts';
import { createLooking, type Looking } from './looking.ts';
import { createSplit, type Split } from './split.ts';
import { createUserSettings, type UserSettings } from './user-settings.ts';

export type Tab = 'diagnosis' | 'headers' | 'fix';

/** What stands beside the detail: the requests, or the APIs that they call. */
export type View = 'list' | 'apis';

/** All that the panel knows: the session's mirror, and what the user looks at. */
export interface PanelModel {
  readonly host: PanelHost;
  readonly mirror: ReadonlySignal<Mirror>;
  readonly all: ReadonlySignal<readonly Diagnosed[]>;
  readonly groups: ReadonlySignal<readonly Group[]>;
  /** The rows that are listed, top to bottom, in sight or not. */
  readonly shown: ReadonlySignal<readonly Diagnosed[]>;
  readonly filtering: Filtering;
  readonly list: ListState;
  readonly view: Signal<View>;
  /** The row with the grid's cursor. */
  readonly selectedId: Signal<string | null>;
  readonly selected: ReadonlySignal<Diagnosed | null>;
  readonly detailOpen: Signal<boolean>;
  readonly tab: Signal<Tab>;
  /** The gateway kind chosen by hand, by API; absent: what the evidence suggests. */
  readonly fixKinds: Signal<ReadonlyMap<string, FixKind>>;
  readonly fixTarget: Signal<string | null>;
  /** The language in which handlers are shown, as a fix's `target`. */
  readonly handlerTarget: Signal<string | null>;
  /** Writes a handler in another language; null until one was asked for. */
  readonly writeHandler: Signal<((shape: NonNullable<Fix['handler']>, target: string) => Fix) | null>;
  /** The policies that are changed by hand. */
  readonly configuring: Configuring;
  readonly notice: ReadonlySignal<string | null>;
  /** Spoken by the live region. */
  readonly announcement: Signal<string>;
  readonly exportOpen: Signal<boolean>;
  /** The file that is being written. */
  readonly exporting: Signal<string | null>;
  readonly copying: Copying;
  /** Where the Headers tab stands. */
  readonly looking: Looking;
  /** How the list and the detail share the room. */
  readonly split: Split;
  readonly userSettings: UserSettings;
  readonly connected: ReadonlySignal<boolean>;
  /** The session has been away for longer than a restart takes. */
  readonly lost: ReadonlySignal<boolean>;
  /** Why deep capture is not on, unless dismissed. */
  readonly deepNotice: ReadonlySignal<string | null>;
  /** What deep capture does is being explained. */
  readonly explaining: Signal<boolean>;
  readonly disagreements: ReadonlySignal<readonly Diagnosed[]>;
  send(command: SessionCommand): void;
  dismissNotice(): void;
  askAccess(): void;
  dismissDeepNotice(): void;
  open(id: string): void;
  closeDetail(): void;
  close(): void;
}

export function createModel(
  adapter: MessageAdapter<SessionCommand, SessionEvent>,
  host: PanelHost,
): PanelModel {
  const mirror = signal<Mirror>(emptyMirror);
  const connection = createConnection();
  const selectedId = signal<string | null>(null);
  const detailOpen = signal(false);
  const dismissed = signal<string | null>(null);
  const exchanges = computed(() => mirror.value.exchanges);
  const all = computed(() => inOrder(exchanges.value.values()));
  const filtering = createFiltering(all, host.settings);
  const apis = computed(() => mirror.value.apis);
  const facts = computed(() => factsByApi(all.value, apis.value));
  const groups = computed(() => groupByApi(filtering.listed.value, facts.value));
  const selected = computed(() => mirror.value.exchanges.get(selectedId.value ?? '') ?? null);
  const notice = computed(() => {
    const text = mirror.value.state.notice;
    return text === dismissed.value ? null : text;
  });

  const dismissedDeep = signal<string | null>(null);
  const deepNotice = computed(() => {
    const text = mirror.value.state.deepNotice;
    return text === dismissedDeep.value ? null : text;
  });

  const apply = (events: readonly SessionEvent[]): void =>
    batch(() => {
      connection.heard();
      mirror.value = applySessionEvents(mirror.value, events);
      // A notice that went away may come again and be news again.
      if (mirror.value.state.notice === null) dismissed.value = null;
      if (mirror.value.state.deepNotice === null) dismissedDeep.value = null;
      if (selected.value === null) {
        selectedId.value = null;
        detailOpen.value = false;
      }
    });
  const size = (): number => mirror.value.exchanges.size;
  const now = (): number => performance.now();
  const deafen = adapter.listen(createIntake({ size, apply, now, later: beforeNextFrame }));
  adapter.onClose(connection.away);

  return {
    host,
    mirror,
    all,
    groups,
    shown: filtering.listed,
    filtering,
    view: signal<View>('list'),
    list: createListState(host.settings, mirror, filtering.listed, groups),
    selectedId,
    selected,
    detailOpen,
    tab: signal<Tab>('diagnosis'),
    fixKinds: signal<ReadonlyMap<string, FixKind>>(new Map()),
    fixTarget: signal<string | null>(null),
    handlerTarget: signal(host.handlerTarget.get()),
    writeHandler: signal<PanelModel['writeHandler']['value']>(null),
    configuring: createConfiguring(),
    notice,
    announcement: signal(''),
    exportOpen: signal(false),
    exporting: signal<string | null>(null),
    copying: createCopying(host.settings),
    looking: createLooking(),
    split: createSplit(host.settings),
    userSettings: createUserSettings(host.settings, (command) => adapter.post(command)),
    connected: connection.connected,
    lost: connection.lost,
    deepNotice,
    explaining: signal(false),
    disagreements: computed(() => all.value.filter(disagrees)),
    send(command) {
      // The same bad file imported again deserves its message again.
      if (command.type === 'import-file') dismissed.value = null;
      adapter.post(command);
    },
    dismissNotice() {
      dismissed.value = mirror.value.state.notice;
    },
    askAccess() {
      if (host.askAccess) host.askAccess();
      else adapter.post({ type: 'ask-access' });
    },
    dismissDeepNotice() {
      dismissedDeep.value = mirror.value.state.deepNotice;
    },
    open(id) {
      batch(() => {
        selectedId.value = id;
        detailOpen.value = true;
      });
    },
    closeDetail() {
      detailOpen.value = false;
    },
    close() {
      deafen();
      connection.close();
      filtering.close();
    },
  };
}
