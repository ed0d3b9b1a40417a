import { isForbiddenRequestHeader } from '../../cors/index.ts';
import { type CheckContext, error, type FieldCheck, fine, warning } from './field-check.ts';
import { checkHeaderText } from './header-name.ts';

/** Checks one name of the request headers that pages may set. */
export function checkRequestHeader(text: string, context: CheckContext): FieldCheck {
  return checkHeaderText(text, context, checkName);
}

function checkName(name: string, context: CheckContext): FieldCheck {
  if (name === '*') return star(context);
  if (name === 'cookie')
    return warning(
      'needs-credentials',
      'A browser sends cookies by itself and asks for no permission of this kind: allow credentials instead.',
      [],
    );
  if (isForbiddenRequestHeader(name, ''))
    return warning(
      'forbidden-header',
      'No script can set this header: the browser sends it by itself, and asks for no permission.',
      [],
    );
  if (/^access-control-(?:allow|expose|max-age)/.test(name))
    return warning(
      'response-header',
      'This is a header of answers: a page that sends it asks for nothing by it.',
      [],
    );
  if (context.asked === true) return fine;
  if (name === 'accept' || name === 'accept-language' || name === 'content-language')
    return warning(
      'safelisted',
      'Pages may send it without permission, unless its value is over 128 bytes long or holds unusual characters.',
      [],
    );
  return fine;
}

function star({ credentials }: CheckContext): FieldCheck {
  if (credentials)
    return error(
      'wildcard-with-credentials',
      'For a request with credentials a browser takes * for a header of that name: list the headers.',
    );
  return warning(
    'wildcard',
    'With * every request header may be set but Authorization, which must always be listed by its name: list those that pages send instead.',
  );
}
