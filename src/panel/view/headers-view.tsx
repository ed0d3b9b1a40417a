import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Exchanged } from '../../exchange/index.ts';
import { judgeResponse } from '../model/judged-headers.ts';
import { HeaderTable } from './header-table.tsx';
import { Heading } from './heading.tsx';
import { HopPicker } from './hop-picker.tsx';
import type { ViewProps } from './view-props.ts';

/** Preflight and actual message side by side, the CORS headers judged: of the deciding hop, unless the user chose another. */
export function HeadersView({ model, diagnosed }: ViewProps) {
  const { exchange, judgement } = diagnosed;
  const chosen = model.looking.hop.value;
  const at = chosen?.exchangeId === exchange.id ? chosen.hop : judgement.hop;
  const hop = exchange.hops[at] ?? exchange.hops[0];
  const cached = hop?.preflight == null && judgement.preflight === 'cached' ? exchange.cachedPreflight : null;
  const holder = useRef<HTMLDivElement>(null);
  const target = model.looking.target.value;
  useLayoutEffect(() => {
    const led = holder.current?.querySelector<HTMLElement>('.target');
    led?.focus();
    led?.scrollIntoView({ block: 'center' });
  }, [target]);
  return (
    <>
      <Heading diagnosed={diagnosed} />
      <HopPicker model={model} diagnosed={diagnosed} shown={at} />
      <div class="messages" ref={holder}>
        <Messages
          model={model}
          title={cached === null ? 'Preflight' : 'Preflight (earlier, cached)'}
          exchanged={hop?.preflight ?? cached}
          absent={preflightWords[judgement.preflight]}
          diagnosed={diagnosed}
          part="preflight"
          hop={at}
        />
        <Messages
          model={model}
          title="Actual"
          exchanged={hop?.actual ?? null}
          absent="The actual request was never sent."
          diagnosed={diagnosed}
          part="actual"
          hop={at}
        />
      </div>
    </>
  );
}

const preflightWords = {
  'not-needed': 'This request needs no preflight.',
  cached: 'The browser used a preflight that it remembered.',
  missing: 'A preflight was owed, but none was captured.',
  sent: 'This hop had no preflight.',
} as const;

interface MessagesProps extends ViewProps {
  readonly title: string;
  readonly exchanged: Exchanged | null;
  readonly absent: string;
  readonly part: 'preflight' | 'actual';
  readonly hop: number;
}

function Messages({ model, title, exchanged, absent, diagnosed, part, hop }: MessagesProps) {
  const target = model.looking.target.value;
  /** The header of this message that the user was led to, the message itself as `:message`, or null. */
  const ledTo = (side: 'request' | 'response'): string | null =>
    target?.exchangeId === diagnosed.exchange.id && target.hop === hop && target.message === `${part}-${side}`
      ? (target.header?.toLowerCase() ?? ':message')
      : null;
  return (
    <section aria-label={title} data-testid={`messages-${part}`}>
      <h2>{title}</h2>
      {exchanged === null ? (
        <p class="dim">{absent}</p>
      ) : (
        <>
          <HeaderTable
            model={model}
            title={`Request ${exchanged.request.method}`}
            lines={exchanged.request.headers}
            judgements={[]}
            ledTo={ledTo('request')}
            remark={exchanged.request.headersKnown ? null : 'Provisional: the network adds to these.'}
          />
          {exchanged.response === null ? (
            <p class="dim">No response{exchanged.error !== null && ` (${exchanged.error})`}.</p>
          ) : (
            <HeaderTable
              model={model}
              title={`Response ${exchanged.response.status}`}
              lines={exchanged.response.headers}
              judgements={judgeResponse(diagnosed, exchanged, part)}
              ledTo={ledTo('response')}
              remark={exchanged.response.fromCache ? 'From the HTTP cache.' : null}
            />
          )}
        </>
      )}
    </section>
  );
}
