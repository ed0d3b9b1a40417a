import type { Policy } from '../../gateway/index.ts';
import { Value } from './value.tsx';

export function PolicyView({ policy, exchanges }: { readonly policy: Policy; readonly exchanges: number }) {
  return (
    <div class="policy" data-testid="policy">
      <Field name="Origins" values={policy.origins} />
      <Field name="Methods" values={policy.methods} />
      <Field name="Request headers" values={policy.headers} />
      <Field name="Readable response headers" values={policy.exposeHeaders} />
      <div class="field">
        <h2>Credentials</h2>
        {policy.credentials ? 'on' : 'off'}
        <span class="dim">
          {policy.credentials ? ' · a captured request used them' : ' · none were used'}
        </span>
      </div>
      <div class="field">
        <h2>Remember preflights for</h2>
        {policy.maxAge === null ? <span class="dim">the browser’s default (5 s)</span> : `${policy.maxAge} s`}
      </div>
      <p class="dim">
        {exchanges === 1 ? 'The one captured request' : `The ${exchanges} captured requests`} asked for
        everything here. Nothing else is let in.
      </p>
    </div>
  );
}

function Field({ name, values }: { readonly name: string; readonly values: readonly string[] }) {
  return (
    <div class="field">
      <h2>{name}</h2>
      <ul class="tokens">
        {values.map((value) => (
          <li key={value}>
            <Value text={value} />
          </li>
        ))}
        {values.length === 0 && <li class="dim none">none asked for</li>}
      </ul>
    </div>
  );
}
