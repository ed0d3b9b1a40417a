import { isForbiddenMethod, isToken, normalizeMethod } from '../../cors/index.ts';
import { type CheckContext, error, type FieldCheck, fine, quote, warning } from './field-check.ts';
import { checkOneValue } from './one-value.ts';

/** The methods that API Gateway has routes for, and that a function URL's `AllowMethods` takes, `OPTIONS` aside. */
const known: readonly string[] = ['DELETE', 'GET', 'HEAD', 'PATCH', 'POST', 'PUT'];

/** Checks one method of an allow-list as it was typed: a browser compares it case for case with the one that it sends. */
export function checkMethod(text: string, context: CheckContext): FieldCheck {
  return checkOneValue(text, {
    empty: 'Write a method such as PUT.',
    tooLong: 'No method is as long as this.',
    several: 'One entry holds one method.',
    quotes: 'A method stands without quotes or blanks around it.',
    check: (method) => checkWord(method, context),
  });
}

function checkWord(text: string, context: CheckContext): FieldCheck {
  const { kind } = context;
  if (text === '*') return star(context);
  if (!isToken(text))
    return error('not-a-token', `${quote(text)} is no method: it holds a character that none may.`);
  if (isForbiddenMethod(text))
    return error(
      'forbidden-method',
      'No page can send this method: browsers refuse it before any traffic.',
      [],
    );
  const upper = text.toUpperCase();
  if (upper === 'OPTIONS') return options(context);
  if (known.includes(text)) return fine;
  if (upper === 'ANY')
    return error(
      'any-is-a-route',
      'ANY is API Gateway’s word for a route; a browser takes it for a method of that name.',
    );
  if (upper === 'PATCH') return patch(text, context);
  if (known.includes(upper) && normalizeMethod(text) === upper)
    return error('method-case', 'Browsers send this method in upper case, and compare case for case.', upper);
  if (kind === 'function-url')
    return error('unknown-method', 'A function URL takes GET, PUT, HEAD, POST, PATCH and DELETE only.');
  return warning(
    'unknown-method',
    'This is none of the methods that API Gateway has routes for: check that it is not misspelt.',
  );
}

function star({ credentials, kind }: CheckContext): FieldCheck {
  if (!credentials)
    return warning(
      'wildcard',
      'With * every method may be called from the allowed origins: list those that pages use instead.',
    );
  if (kind === 'rest')
    return error(
      'wildcard-with-credentials',
      'For a request with credentials a browser takes * for a method of that name: list the methods.',
    );
  return error(
    'wildcard-with-credentials',
    'For a request with credentials a browser takes * for a method of that name; that the gateway answers with the method itself is not sure enough to rest on.',
  );
}

function options({ kind, asked = false }: CheckContext): FieldCheck {
  if (kind === 'function-url')
    return error(
      'options-refused',
      'A function URL refuses OPTIONS in this list, and answers preflights without it.',
      [],
    );
  if (asked) return fine;
  return warning(
    'needless-options',
    'Needless: only the method of the request after the preflight is compared with this list.',
    [],
  );
}

/** The one well-known method that browsers send as the page wrote it. */
function patch(text: string, { asked = false, kind }: CheckContext): FieldCheck {
  const why =
    'Browsers do not put patch into upper case as they do get and post: have the page send PATCH, and list that.';
  if (kind === 'function-url') return error('patch-case', why, 'PATCH');
  return asked ? warning('patch-case', why) : warning('patch-case', why, text === 'PATCH' ? null : 'PATCH');
}
