import type { Group } from '../model/groups.ts';
import { gatewayNames } from '../model/names.ts';
import { Value } from './value.tsx';

function originsText(origins: readonly string[]): string {
  const [first, ...others] = origins;
  if (first === undefined) return '';
  return others.length === 0 ? `from ${first}` : `from ${origins.length} origins`;
}

export function GroupHeader({ group }: { readonly group: Group }) {
  const name = (group.base ?? group.id).replace(/^https?:\/\//, '');
  return (
    <tr class="row api">
      <td colSpan={5} title={name}>
        <span class="base">
          <Value text={name} />
        </span>{' '}
        <span class="chip">{gatewayNames[group.kind]}</span>{' '}
        <span class="facts dim">
          {group.blocked > 0 && <span class="bad">{group.blocked} blocked</span>}
          {group.blocked > 0 ? ` of ${group.total}` : `${group.total} in all`}
          {group.origins.length > 0 && ' · '}
          <Value text={originsText(group.origins)} />
        </span>
      </td>
    </tr>
  );
}
