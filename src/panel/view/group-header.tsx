import { visible } from '../../report/index.ts';
import type { Group } from '../model/groups.ts';
import { gatewayNames } from '../model/names.ts';
import { Value } from './value.tsx';

/** `a1b2c3d4e5 · Prod` for API Gateway's own hosts, as its console names them; the host and path of any other. */
function shortName(base: string): string {
  const [, id, stage] = /^https:\/\/([a-z0-9]+)\.execute-api\.[^/]+(?:\/(.*))?$/.exec(base) ?? [];
  if (id === undefined) return base.replace(/^https?:\/\//, '');
  return stage ? `${id} · ${stage}` : id;
}

function originsText(origins: readonly string[]): string {
  const [first, ...others] = origins;
  if (first === undefined) return '';
  return others.length === 0 ? `from ${first}` : `from ${origins.length} origins`;
}

export function GroupHeader({ group }: { readonly group: Group }) {
  const name = group.base ?? group.id;
  return (
    <tr class="row api">
      <td colSpan={5} title={visible(name)}>
        <span class="base">
          <Value text={shortName(name)} />
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
