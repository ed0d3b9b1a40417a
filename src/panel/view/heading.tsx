import type { Diagnosed } from '../../diagnosis/index.ts';
import { methodOf } from '../model/row.ts';
import { Value } from './value.tsx';

const requesterWords = {
  page: '',
  worker: ', a dedicated worker',
  'shared-worker': ', a shared worker',
  'service-worker': ', a service worker',
  'background-worker': ', a shared or service worker',
} as const;

export function Heading({ diagnosed }: { readonly diagnosed: Diagnosed }) {
  const { exchange } = diagnosed;
  const url = exchange.hops[0]?.url ?? '';
  const [, host = '', path = url] = /^[a-z+.-]+:\/\/([^/?#]*)(.*)$/is.exec(url) ?? [];
  return (
    <header class="heading">
      <h1>
        <Value text={methodOf(diagnosed)} /> <Value text={path === '' ? '/' : path} />
      </h1>
      <div class="dim">
        {exchange.origin === null ? (
          'from an origin that the capture does not tell'
        ) : (
          <>
            from <Value text={exchange.origin} tone="mono" />
          </>
        )}
        {requesterWords[exchange.requester]}
        {' · '}
        <Value text={host} />
      </div>
    </header>
  );
}
