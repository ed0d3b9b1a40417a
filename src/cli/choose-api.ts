import type { LoadedTemplate } from '../diagnosis/index.ts';
import { type CapturedGroup, shareOut, type TemplateShare } from '../fix/index.ts';
import type { TemplateApi } from '../gateway/index.ts';
import type { Captured, Read } from './input.ts';

/**
 * Which APIs of the template what was captured belongs to: that of `wanted`, or all that the capture tells. Empty where
 * CORS concerns nothing that was captured; a message where that leaves a choice, or none fits.
 */
export function chooseApis(
  { exchanges, apis: views }: Captured,
  loaded: LoadedTemplate,
  wanted: string | null,
): Read<readonly TemplateShare[]> {
  const { apis, name } = loaded;
  const named = wanted === null ? null : (apis.find(({ logicalId }) => logicalId === wanted) ?? null);
  if (wanted !== null && named === null)
    return fault(
      apis.length === 0
        ? `${name} has no API that CORS concerns`
        : `${name} has no API "${wanted}"; it has ${listed(apis)}`,
    );
  const byId = new Map(exchanges.map((one) => [one.exchange.id, one]));
  const groups: readonly CapturedGroup[] = views.map(({ identity: { kind }, exchangeIds }) => ({
    kind,
    diagnosed: exchangeIds.flatMap((id) => byId.get(id) ?? []),
  }));
  const found = shareOut(apis, groups, named);
  const shares = named === null ? found.shares : found.shares.filter(({ api }) => api === named);
  if (shares.length > 0 && (named !== null || found.unclear.apis.length === 0))
    return { ok: true, value: shares };
  if (named !== null) return { ok: true, value: [] };
  if (found.unclear.apis.length > 0)
    return fault(
      `several APIs of ${name} fit what was captured: choose one with --api, of ${listed(found.unclear.apis)}`,
    );
  if (found.others.length === 0) return { ok: true, value: [] };
  if (apis.length === 0) return fault(`${name} has no API that CORS concerns`);
  return fault(
    `no API of ${name} is known to have answered what was captured: name one with --api, of ${listed(apis)}`,
  );
}

const fault = (message: string): Read<never> => ({ ok: false, message });

const shown = 10;
const listed = (apis: readonly TemplateApi[]): string =>
  apis
    .slice(0, shown)
    .map(({ logicalId }) => logicalId)
    .join(', ') + (apis.length > shown ? `, and ${apis.length - shown} more` : '');
