import { decoded, isSensitiveParameter, placeholder } from './sensitive.ts';

/** How often a URL inside a parameter of a URL is looked into. */
const maxDepth = 3;

/** In prose a URL ends at a blank, a quote or a bracket; in a field that is a URL it does not. */
const patterns = {
  prose: {
    userinfo: /\/\/[^/?#\s"'<>]*@/g,
    parameter: /([?&#;])([^=&#;?\s"'<>]{1,100})=([^&#;\s"'<>]*)/g,
  },
  url: { userinfo: /\/\/[^/?#]*@/g, parameter: /([?&#;])([^=&#;?]{1,100})=([^&#;]*)/g },
} as const;

const bearers = /\beyJ[\w-]{8,}\.[\w-]{4,}(?:\.[\w-]*)?|\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/g;

/**
 * Replaces what its own form shows to be secret: userinfo and sensitive parameters of URLs (also of URLs inside
 * parameters), JSON Web Tokens, AWS access key ids. `found` is told each secret.
 */
export function scrub(
  value: string,
  form: keyof typeof patterns,
  found: (secret: string) => void = () => undefined,
  depth = 0,
): string {
  const { userinfo, parameter } = patterns[form];
  return value
    .replace(userinfo, (match) => {
      const info = match.slice(2, -1);
      if (info !== placeholder) for (const part of [info, ...info.split(':')]) found(part);
      return `//${placeholder}@`;
    })
    .replace(parameter, (match, before: string, name: string, raw: string) => {
      if (isSensitiveParameter(name)) {
        if (raw !== placeholder) found(raw);
        return `${before}${name}=${placeholder}`;
      }
      if (depth >= maxDepth || !raw.includes('%')) return match;
      const inner = decoded(raw);
      const scrubbed = scrub(inner, 'url', found, depth + 1);
      return scrubbed === inner ? match : `${before}${name}=${encoded(scrubbed)}`;
    })
    .replace(bearers, (match) => {
      found(match);
      return placeholder;
    });
}

/** Percent-encoded; a lone surrogate, which has no encoding, becomes U+FFFD. */
export function encoded(value: string): string {
  return encodeURIComponent(value.replace(/\p{Cs}/gu, '\ufffd'));
}
