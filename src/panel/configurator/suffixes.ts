import { getPublicSuffix } from 'tldts';

/**
 * Whether anybody can have a name directly below this host (publicsuffix.org, with the private part, such as
 * `github.io`). Loaded lazily: the list is larger than the panel.
 */
export function isPublicSuffix(host: string): boolean {
  return getPublicSuffix(host, { allowPrivateDomains: true }) === host;
}
