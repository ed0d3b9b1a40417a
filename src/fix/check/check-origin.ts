import { serializeOrigin } from '../../cors/index.ts';
import { isSharedOrigin } from '../../diagnosis/index.ts';
import { isDevelopment } from '../development.ts';
import { type CheckContext, error, type FieldCheck, fine, quote, warning } from './field-check.ts';
import { checkOneValue } from './one-value.ts';
import { originSpelling } from './origin-spelling.ts';
import { checkWildcardOrigin } from './wildcard-origin.ts';

/**
 * Checks one origin of an allow-list as it was typed. A browser compares it byte for byte with the serialised origin that it
 * sends (Fetch Standard, "CORS check"; HTML Standard, "ASCII serialisation of an origin").
 */
export function checkOrigin(text: string, context: CheckContext): FieldCheck {
  return checkOneValue(text, {
    empty: 'Write an origin such as https://app.example.',
    tooLong: 'No origin is as long as this.',
    several:
      'One entry holds one origin: a browser takes a list for a single origin that never equals its own.',
    quotes: 'An origin stands without quotes, brackets or blanks around it.',
    check: (origin) => checkWildcardOrigin(origin, context) ?? checkSpelled(origin, context),
  });
}

function checkSpelled(text: string, context: CheckContext): FieldCheck {
  const misspelt = originSpelling(text);
  if (misspelt !== null) {
    const { reason, why, mended } = misspelt;
    const usable = mended !== null && checkSerialised(mended, context).level !== 'error';
    return error(reason, why, usable ? mended : null);
  }
  return checkSerialised(text, context);
}

/** Of an origin as a browser sends it: what it lets in. */
function checkSerialised(origin: string, context: CheckContext): FieldCheck {
  const host = URL.canParse(origin) ? new URL(origin).hostname : '';
  const held = heldFault(origin, context);
  if (held !== null) return error('not-held', held);
  if (isDevelopment(origin))
    return warning(
      'development',
      'This is a host of development: every program on a developer’s machine can be it, so keep it out of production.',
    );
  if (!/^https?:/.test(origin))
    return warning(
      'other-scheme',
      'This origin is of no website; whether AWS takes an origin that is neither http nor https was not recorded.',
    );
  if (context.isPublicSuffix?.(host) === true)
    return warning(
      'public-suffix',
      `${quote(host)} is a public suffix: anybody can have a name below it, and hardly a page of yours is at it.`,
    );
  if (isSharedOrigin(host))
    return warning(
      'shared-origin',
      `Pages of many people share ${quote(host)}: each of them would be let in.`,
    );
  if (/^(?:\[|[\d.]+$)/.test(host))
    return warning('address', 'An address passes from one machine to the next; a host’s name stays yours.');
  if (origin.startsWith('http:')) {
    const secure = serializeOrigin(origin.replace('http:', 'https:'));
    return warning(
      'insecure',
      'Over http anybody on the way can change the page, and so call this API from it.',
      new URL(origin).port === '' ? secure : null,
    );
  }
  if (host.endsWith('.'))
    return warning(
      'trailing-dot',
      'With the dot at its end this is another origin than the one that people open.',
      origin.replace(/\.(?=:\d+$|$)/, ''),
    );
  return fine;
}

/** Why a gateway cannot hold a value that a browser would send. */
function heldFault(origin: string, { kind }: CheckContext): string | null {
  if (kind === 'function-url' && origin.length > 253)
    return 'A function URL takes origins of at most 253 characters.';
  if (kind === 'rest' && !/^[\x21-\x26\x28-\x7e]+$/.test(origin))
    return 'SAM puts the origin of a REST API between single quotes, which have no escape for this character.';
  return null;
}
