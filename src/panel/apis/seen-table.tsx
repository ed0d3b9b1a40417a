import { Value } from '../view/value.tsx';
import type { PartSeen } from './seen-policy.ts';

/** What the answers allow, against what the captured requests need. */
export function SeenTable({ parts }: { readonly parts: readonly PartSeen[] }) {
  return (
    <table class="seen" data-testid="seen-policy">
      <thead>
        <tr>
          <th scope="col">Policy</th>
          <th scope="col">As seen</th>
          <th scope="col">Against what was needed</th>
        </tr>
      </thead>
      <tbody>
        {parts.map((part) => (
          <tr key={part.part} data-testid="seen-part" data-part={part.part}>
            <th scope="row">{part.part}</th>
            <td>
              {part.allowed.length === 0 ? (
                <span class="dim">none seen</span>
              ) : (
                <List values={part.allowed} />
              )}
            </td>
            <td>
              <Difference part={part} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Difference({ part: { missing, surplus, wildcard } }: { readonly part: PartSeen }) {
  if (missing.length === 0 && surplus.length === 0 && !wildcard) return <span class="dim">–</span>;
  return (
    <>
      {missing.length > 0 && (
        <p class="bad">
          missing: <List values={missing} />
        </p>
      )}
      {wildcard && <p class="warn">* allows everything</p>}
      {surplus.length > 0 && (
        <p class="dim">
          not needed: <List values={surplus} />
        </p>
      )}
    </>
  );
}

function List({ values }: { readonly values: readonly string[] }) {
  return <Value text={values.join(', ')} tone="mono" />;
}
