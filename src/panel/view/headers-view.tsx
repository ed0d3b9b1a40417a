import type { Diagnosed } from '../../diagnosis/index.ts';
import type { Exchanged } from '../../exchange/index.ts';
import { judgeResponse } from '../model/judged-headers.ts';
import { HeaderTable } from './header-table.tsx';
import { Heading } from './heading.tsx';
import { Redirects } from './redirects.tsx';
import type { ViewProps } from './view-props.ts';

/** Preflight and actual message side by side, the CORS headers judged. */
export function HeadersView({ diagnosed }: ViewProps) {
  const { exchange, judgement } = diagnosed;
  const hop = exchange.hops[judgement.hop] ?? exchange.hops[0];
  const cached = hop?.preflight == null && judgement.preflight === 'cached' ? exchange.cachedPreflight : null;
  return (
    <>
      <Heading diagnosed={diagnosed} />
      <Redirects diagnosed={diagnosed} />
      <div class="messages">
        <Messages
          title={cached === null ? 'Preflight' : 'Preflight (earlier, cached)'}
          exchanged={hop?.preflight ?? cached}
          absent={preflightWords[judgement.preflight]}
          diagnosed={diagnosed}
          part="preflight"
        />
        <Messages
          title="Actual"
          exchanged={hop?.actual ?? null}
          absent="The actual request was never sent."
          diagnosed={diagnosed}
          part="actual"
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

interface MessagesProps {
  readonly title: string;
  readonly exchanged: Exchanged | null;
  readonly absent: string;
  readonly diagnosed: Diagnosed;
  readonly part: 'preflight' | 'actual';
}

function Messages({ title, exchanged, absent, diagnosed, part }: MessagesProps) {
  return (
    <section aria-label={title} data-testid={`messages-${part}`}>
      <h2>{title}</h2>
      {exchanged === null ? (
        <p class="dim">{absent}</p>
      ) : (
        <>
          <HeaderTable
            title={`Request ${exchanged.request.method}`}
            lines={exchanged.request.headers}
            judgements={[]}
            remark={exchanged.request.headersKnown ? null : 'Provisional: the network adds to these.'}
          />
          {exchanged.response === null ? (
            <p class="dim">No response{exchanged.error !== null && ` (${exchanged.error})`}.</p>
          ) : (
            <HeaderTable
              title={`Response ${exchanged.response.status}`}
              lines={exchanged.response.headers}
              judgements={judgeResponse(diagnosed, exchanged, part)}
              remark={exchanged.response.fromCache ? 'From the HTTP cache.' : null}
            />
          )}
        </>
      )}
    </section>
  );
}
