import { remembered, serializeOrigin } from '../cors/index.ts';

/**
 * Kinds of hosts, told by their names alone: nothing is resolved, and no list of public suffixes is at hand. All are
 * remembered, because the same few hosts are asked about with every exchange.
 */

/** The host name of a URL or origin; null where it has none. IPv6 in brackets. */
export function hostOf(url: string): string | null {
  // `serializeOrigin` knows the origins that are asked about again and again; of the others' the host is no part.
  const origin = url.startsWith('http') ? serializeOrigin(url) : 'null';
  if (origin !== 'null') return origin === null ? null : hostOfOrigin(origin);
  if (!URL.canParse(url)) return null;
  const { hostname } = new URL(url);
  return hostname === '' ? null : hostname;
}

/** Of `scheme://host` or `scheme://host:port`; an IPv6 address has its colons in brackets. */
const hostOfOrigin: (origin: string) => string = remembered((origin) => {
  const start = origin.indexOf('//') + 2;
  const colon = origin.indexOf(':', Math.max(start, origin.lastIndexOf(']')));
  return colon < 0 ? origin.slice(start) : origin.slice(start, colon);
});

export const isLoopback: (host: string) => boolean = remembered(
  (host) =>
    host === 'localhost' ||
    host.endsWith('.localhost') ||
    host === '[::1]' ||
    /^127(\.\d{1,3}){3}$/.test(host),
);

/** RFC 1918, link-local and unique local addresses, names without a dot, and the suffixes kept for networks of one's own. */
export const isPrivate: (host: string) => boolean = remembered((host) => {
  if (isLoopback(host)) return false;
  if (/^(10\.|192\.168\.|169\.254\.|172\.(1[6-9]|2\d|3[01])\.)[\d.]+$/.test(host)) return true;
  if (/^\[(f[cd]|fe[89ab])/.test(host)) return true;
  return /^[^.[\]]+$/.test(host) || /\.(local|internal|intranet|lan|corp|home\.arpa)$/.test(host);
});

/** Whether two hosts may well be one owner's: one is the other's subdomain, or both share the last two labels. */
export function areRelated(one: string, other: string): boolean {
  if (one === other || one.endsWith(`.${other}`) || other.endsWith(`.${one}`)) return true;
  if (isAddress(one) || isAddress(other)) return false;
  return lastTwo(one) === lastTwo(other) && sharedSuffix(one) === null;
}

const isAddress = (host: string): boolean => host.startsWith('[') || /^[\d.]+$/.test(host);
const lastTwo = (host: string): string => host.split('.').slice(-2).join('.');

/** Under these anybody can have a name. */
const shared: readonly string[] = [
  'amazonaws.com',
  'on.aws',
  'amplifyapp.com',
  'cloudfront.net',
  'codepen.io',
  'cdpn.io',
  'csb.app',
  'firebaseapp.com',
  'web.app',
  'github.io',
  'gitlab.io',
  'glitch.me',
  'herokuapp.com',
  'netlify.app',
  'ngrok.io',
  'ngrok-free.app',
  'pages.dev',
  'workers.dev',
  'stackblitz.io',
  'surge.sh',
  'trycloudflare.com',
  'vercel.app',
  'webcontainer.io',
  'azurewebsites.net',
  'azurestaticapps.net',
];

/** The suffix under which strangers have names as well; null for a host of one's own as far as is known. */
export function sharedSuffix(host: string): string | null {
  const suffix = suffixOf(host);
  return suffix === '' ? null : suffix;
}

/** Empty where there is none. */
const suffixOf: (host: string) => string = remembered(
  (host) => shared.find((suffix) => host === suffix || host.endsWith(`.${suffix}`)) ?? '',
);

/** Hosts whose one origin serves pages of many people: playgrounds, and S3 addressed by path. */
export const isSharedOrigin: (host: string) => boolean = remembered(
  (host) =>
    /^(cdpn\.io|(www\.)?codepen\.io|(fiddle\.)?jshell\.net|jsfiddle\.net|jsbin\.com)$/.test(host) ||
    /^s3([.-][a-z0-9-]+)?\.amazonaws\.com(\.cn)?$/.test(host),
);
