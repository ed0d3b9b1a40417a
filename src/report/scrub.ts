import { decoded, isSensitiveParameter, isTelling, placeholder } from './sensitive.ts';

/** How often a URL inside a parameter of a URL is looked into; what is nested deeper is replaced as a whole. */
const maxDepth = 8;

/**
 * In prose a URL ends at a blank, a quote or a bracket, and a value may stand in quotes; in a field that is a URL neither
 * holds. Every alternative that repeats excludes what may follow it, so that the time is linear in the text.
 */
const patterns = {
  prose: {
    userinfo: /([\\/]{2})([^\\/?#\s"'<>]*)@/g,
    fragment: /:\/\/[^\s"'<>]+/g,
    parameter: /(^|[?&#;,\s"'({[])([^=&#;?,\s"'<>({[]+)=("[^"]*"|'[^']*'|[^&#;,\s"'<>]*)/g,
  },
  url: {
    userinfo: /([\\/]{2}|^[a-z][a-z\d+.-]*:[\\/]?)([^\\/?#]*)@/gi,
    fragment: /#[\s\S]+/g,
    parameter: /([?&#;])([^=&#;?]+)=([^&#;]*)/g,
  },
} as const;

/** Members of JSON, which stand in query strings, header values and error messages. */
const jsonMember = /"((?:[^"\\]|\\.)*)"\s*:\s*"((?:[^"\\]|\\.)*)"/g;

/** A scheme of `Authorization` with its value, wherever it is quoted. */
const schemed = /\b(Bearer|Basic|Digest|Negotiate|NTLM)(\s+|%20)([\w.~+/=-]{6,})/gi;

/**
 * Tokens that their own form tells: JSON Web Tokens and other base64 of JSON, AWS access key ids, and those of GitHub,
 * GitLab, Slack, Stripe, Google, npm and SendGrid.
 */
const tokens =
  /eyJ[\w+/-]{8,}=*(?:\.[\w-]*)*|\b(?:AKIA|ASIA|AROA|AIDA)[A-Z\d]{12,}\b|\bgh[pousr]_\w{20,}|\bgithub_pat_\w{20,}|\bglpat-[\w-]{16,}|\bxox[abposre]-[\w-]{10,}|\b[sr]k_(?:live|test)_\w{10,}|\bAIza[\w-]{30,}|\bya29\.[\w-]{10,}|\bnpm_\w{30,}|\bSG\.[\w-]{16,}\.[\w-]{16,}/g;

/** Words such as `authentication` after `Basic` are prose; a credential has a digit, or both cases. */
const isToken = (value: string): boolean => /\d/.test(value) || (/[a-z]/.test(value) && /[A-Z]/.test(value));

/**
 * Replaces what its own form shows to be secret: userinfo, fragments and sensitive parameters of URLs (also of URLs
 * inside parameters), members of JSON, tokens of known forms. `found` is told each secret that only its place tells.
 */
export function scrub(
  value: string,
  form: keyof typeof patterns,
  found: (secret: string) => void = () => undefined,
  depth = 0,
): string {
  const { userinfo, fragment, parameter } = patterns[form];
  const learn = (secret: string): void => {
    if (!secret.includes(placeholder)) found(secret);
  };
  return value
    .replace(userinfo, (_match, before: string, info: string) => {
      for (const part of [info, ...info.split(':')]) learn(part);
      return `${before}${placeholder}@`;
    })
    .replace(parameter, (match, before: string, name: string, raw: string) => {
      const quote = form === 'prose' && /^["']/.test(raw) ? raw.slice(0, 1) : '';
      const bare = quote === '' ? raw : raw.slice(1, -1);
      if (isSensitiveParameter(name)) {
        // As a query, all of it is the value; in a path, a query may follow.
        for (const part of new Set([bare, bare.split('?')[0] ?? ''])) if (isTelling(name, part)) learn(part);
        return `${before}${name}=${quote}${bare === '' ? '' : placeholder}${quote}`;
      }
      const inner = innerOf(bare, found, depth);
      return inner === bare ? match : `${before}${name}=${quote}${inner}${quote}`;
    })
    .replace(jsonMember, (match, name: string, raw: string) => {
      if (!isSensitiveParameter(name) || raw === '') return match;
      learn(raw);
      return match.slice(0, match.length - raw.length - 1).concat(placeholder, '"');
    })
    .replace(fragment, (url) => withoutFragment(url, learn))
    .replace(schemed, (match, name: string, blank: string, token: string) => {
      if (!isToken(token)) return match;
      learn(token);
      return `${name}${blank}${placeholder}`;
    })
    .replace(tokens, placeholder);
}

function withoutFragment(url: string, learn: (secret: string) => void): string {
  const at = url.indexOf('#');
  if (at === -1 || at === url.length - 1) return url;
  // Others are places in a page, whose words may stand anywhere.
  if (/^(?=.*\d)[\w.~+=-]{12,}$/.test(url.slice(at + 1))) learn(url.slice(at + 1));
  return `${url.slice(0, at + 1)}${placeholder}`;
}

/** Whether its own form tells the whole of it wherever it stands, so that it need not be remembered. */
export function isToldByForm(secret: string): boolean {
  return secret.startsWith('eyJ') && secret.replace(tokens, '') === '';
}

/** A parameter's value without what its own text shows to be secret, in the encoding that it had. */
function innerOf(raw: string, found: (secret: string) => void, depth: number): string {
  if (!/[%?=@#"]/.test(raw)) return raw;
  if (depth >= maxDepth) return placeholder;
  if (!raw.includes('%')) return scrub(raw, 'url', found, depth + 1);
  const plain = decoded(raw);
  const scrubbed = scrub(plain, 'url', found, depth + 1);
  return scrubbed === plain ? raw : encoded(scrubbed);
}

/** Percent-encoded; a lone surrogate, which has no encoding, becomes U+FFFD. */
export function encoded(value: string): string {
  return encodeURIComponent(value.replace(/\p{Cs}/gu, '\ufffd'));
}
