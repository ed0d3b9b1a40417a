import type { SettingFaultReason } from '../setting-fault.ts';

/** What is wrong with an origin as a template gives it, without inner quotes; null for one that a browser may send. */
export function originFault(
  text: string,
): { readonly reason: SettingFaultReason; readonly mended: string | null } | null {
  if (text === '*' || text === 'null') return null;
  if (text.includes(',')) return { reason: 'several-origins', mended: null };
  const trimmed = text.trim();
  const origin =
    /^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed) && URL.canParse(trimmed) ? new URL(trimmed).origin : null;
  // Extensions' and apps' schemes have origins that the URL Standard calls opaque, and browsers send.
  if (origin === 'null')
    return /^[a-z][a-z0-9+.-]*:\/\/[^/\s]+$/.test(text)
      ? null
      : { reason: 'origin-not-serialised', mended: null };
  return origin === text ? null : { reason: 'origin-not-serialised', mended: origin };
}
