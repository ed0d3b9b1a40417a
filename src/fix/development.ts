import { hostOf, isLoopback } from '../diagnosis/index.ts';

/** Whether a serialised origin is one of development, which production must not allow: loopback, or mDNS's `.local`. */
export function isDevelopment(origin: string): boolean {
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
