import { hostOf, isLoopback } from '../diagnosis/index.ts';

/**
 * Whether a serialised origin is one of development, which production must not allow: loopback, or mDNS's `.local`. The origin of
 * an app's own scheme, `capacitor://localhost`, is that app's wherever it runs.
 */
export function isDevelopment(origin: string): boolean {
  if (!/^https?:/.test(origin)) return false;
  const host = hostOf(origin);
  return host !== null && (isLoopback(host) || host.endsWith('.local'));
}

/** The same origins, those of development last. */
export function productionFirst(origins: readonly string[]): readonly string[] {
  return [
    ...origins.filter((origin) => !isDevelopment(origin)),
    ...origins.filter((origin) => isDevelopment(origin)),
  ];
}
