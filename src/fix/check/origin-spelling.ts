import { serializeOrigin } from '../../cors/index.ts';
import { hostOf, isLoopback, isPrivate } from '../../diagnosis/index.ts';
import type { CheckReason } from './field-check.ts';

/** What keeps a text from being a serialised origin, with the origin that it means, where it means one. */
export interface Misspelt {
  readonly reason: CheckReason;
  readonly why: string;
  readonly mended: string | null;
}

/** The schemes whose pages have an origin of their own, as browsers and web views send it. */
const opaque = /^(?:file|data|blob|about|javascript|filesystem|view-source|mailto):/i;

/** Null for an origin as a browser would send it. */
export function originSpelling(text: string): Misspelt | null {
  if (opaque.test(text))
    return {
      reason: 'opaque-scheme',
      why: 'Pages of this scheme have no origin of their own: browsers send null for them, which must not be allowed.',
      mended: null,
    };
  if (/^ftp:/i.test(text)) return malformed;
  const absolute = /^[a-z][a-z0-9+.-]*:\/\//i.test(text);
  if (!absolute) return withoutScheme(text);
  const origin = serializeOrigin(text.replace(/^ws(s?):/i, 'http$1:'));
  if (origin === null) return malformed;
  if (/^wss?:/i.test(text))
    return {
      reason: 'no-scheme',
      why: 'A page that opens a socket has an http or https origin.',
      mended: origin,
    };
  return origin === 'null' ? customScheme(text) : httpSpelling(text, origin);
}

const malformed: Misspelt = {
  reason: 'malformed',
  why: 'This is no origin: a scheme, a host and, where it is not the usual one, a port, such as https://app.example.',
  mended: null,
};

function withoutScheme(text: string): Misspelt {
  const rest = text.replace(/^(?:https?:)?\/{0,2}/i, '');
  const host = hostOf(`https://${rest}`);
  if (!/^[^/?#@\s]+/.test(rest) || host === null || host === '') return malformed;
  const scheme = isLoopback(host) || isPrivate(host) ? 'http' : 'https';
  const mended = serializeOrigin(`${/^http:/i.test(text) ? 'http' : scheme}://${rest}`);
  return {
    reason: 'no-scheme',
    why: 'An origin begins with its scheme: http and https are two different origins.',
    mended: mended === 'null' ? null : mended,
  };
}

/** `app://x`, `capacitor://localhost`: web views send it as it stands. */
function customScheme(text: string): Misspelt | null {
  const bare = /^([a-z][a-z0-9+.-]*:\/\/(?:\[[0-9a-f:.]+\]|[a-z0-9._~-]+)(?::\d{1,5})?)/i.exec(text)?.[1];
  if (bare === undefined) return malformed;
  if (bare === text && text === text.toLowerCase()) return null;
  return {
    reason: bare === text ? 'upper-case' : 'path',
    why: 'An origin is a scheme and a host in lower case, and nothing after them.',
    mended: bare.toLowerCase(),
  };
}

function httpSpelling(text: string, origin: string): Misspelt | null {
  if (text === origin) return null;
  const url = new URL(text);
  const at = (reason: CheckReason, why: string): Misspelt => ({ reason, why, mended: origin });
  const afterHost = text.slice(text.indexOf('://') + 3).replace(/^[^/\\?#]*/, '');
  if (url.username !== '' || url.password !== '')
    return at('userinfo', 'A browser sends no user name and no password in an origin.');
  if (url.pathname !== '/')
    return at('path', 'An origin has no path: a browser sends scheme, host and port only.');
  if (afterHost.includes('?'))
    return at('query', 'An origin has no query: a browser sends scheme, host and port only.');
  if (afterHost.includes('#'))
    return at('fragment', 'An origin has no fragment: a browser sends scheme, host and port only.');
  if (afterHost !== '')
    return at(
      'trailing-slash',
      'Without the slash at its end: a browser sends none, and compares byte for byte.',
    );
  const host = text.slice(text.indexOf('://') + 3);
  if (/[\u0080-\uffff]/.test(host))
    return at('not-punycode', 'A browser sends the host in Punycode, and compares byte for byte.');
  if (text.toLowerCase() === origin)
    return at('upper-case', 'A browser sends the origin in lower case, and compares byte for byte.');
  if (/:\d*$/.test(text) && url.port === '' && !/\]$/.test(text))
    return at('default-port', 'A browser leaves out a scheme’s usual port, and compares byte for byte.');
  return at('spelling', 'A browser writes this origin in another way, and compares byte for byte.');
}
