import { isForbiddenResponseHeader, isSafelistedResponseHeader } from '../../cors/index.ts';
import { type CheckContext, error, type FieldCheck, fine, warning } from './field-check.ts';
import { checkHeaderText } from './header-name.ts';

/** Checks one name of the response headers that pages may read. */
export function checkExposedHeader(text: string, context: CheckContext): FieldCheck {
  return checkHeaderText(text, context, checkName);
}

function checkName(name: string, { credentials }: CheckContext): FieldCheck {
  if (name === '*')
    return credentials
      ? error(
          'wildcard-with-credentials',
          'For a request with credentials a browser takes * for a header of that name: list the headers.',
        )
      : warning(
          'wildcard',
          'With * pages may read every response header, also those that a later version of the API adds: list those that they need instead.',
        );
  if (isForbiddenResponseHeader(name))
    return error('never-readable', 'No script can read cookies from an answer, whatever is exposed.', []);
  if (isSafelistedResponseHeader(name))
    return warning('safelisted', 'Needless: scripts can read this header without permission.', []);
  return fine;
}
