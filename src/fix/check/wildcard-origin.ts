import { type CheckContext, error, type FieldCheck, warning } from './field-check.ts';

/** Checks the values that name more than one origin, or none; null for any other. */
export function checkWildcardOrigin(text: string, context: CheckContext): FieldCheck | null {
  if (text === '*') return star(context);
  const scheme = /^(https?):\/\/\*\/?$/i.exec(text)?.[1]?.toLowerCase();
  if (scheme !== undefined) return anyOfScheme(scheme, text, context);
  if (text.includes('*'))
    return error(
      'wildcard-host',
      'CORS knows no pattern of hosts: a browser compares the origin as a whole, so list each one.',
    );
  if (/^null$/i.test(text))
    return error(
      'null-origin',
      'Every sandboxed frame and local file has the origin null, anybody’s included: allowing it allows everybody.',
    );
  return null;
}

function star({ kind, credentials }: CheckContext): FieldCheck {
  if (!credentials)
    return warning(
      'wildcard',
      'With * the pages of every website may call this API and read its answers; list the origins that need it instead.',
    );
  return error(
    'wildcard-with-credentials',
    kind === 'function-url'
      ? 'With credentials a function URL answers * with the origin that asks, so every website could act as the user who visits it.'
      : 'A browser refuses * for a request with credentials, and so does API Gateway: list the origins.',
  );
}

/** `https://*`: an HTTP API documents it; no browser and no other gateway knows it. */
function anyOfScheme(scheme: string, text: string, { kind, credentials }: CheckContext): FieldCheck {
  if (kind !== 'http')
    return error(
      'wildcard-host',
      'Only an HTTP API knows this pattern: here it would be sent as it is, and no origin equals it.',
    );
  if (credentials)
    return error(
      'wildcard-with-credentials',
      `An HTTP API answers it with the origin that asks, so with credentials every ${scheme} website could act as the user who visits it.`,
    );
  const written = `${scheme}://*`;
  if (text !== written)
    return error(
      'spelling',
      'An HTTP API knows this pattern only in lower case and without a slash at its end.',
      written,
    );
  return warning(
    'any-of-scheme',
    `AWS documents that an HTTP API lets in every ${scheme} website by this; it was not recorded, and it is as good as *.`,
  );
}
