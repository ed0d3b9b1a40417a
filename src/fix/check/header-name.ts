import { isToken } from '../../cors/index.ts';
import { type CheckContext, error, type FieldCheck, ok, quote } from './field-check.ts';
import { bare, longestText, piecesOf } from './pieces.ts';

type NameCheck = (name: string, context: CheckContext) => FieldCheck;

/** Checks a header's name as it was typed: its form here, and what is to be said of the name in `checkName`, in lower case. */
export function checkHeaderText(text: string, context: CheckContext, checkName: NameCheck): FieldCheck {
  if (text.trim() === '') return error('empty', 'Write a header’s name such as content-type.');
  if (text.length > longestText) return error('too-long', 'No header’s name is as long as this.');
  const line = /^([!#$%&'*+\-.^_`|~0-9A-Za-z]+)\s*:/.exec(bare(text))?.[1];
  if (line !== undefined)
    return error(
      'value-too',
      'Only the header’s name is listed, not its value.',
      mended(line, context, checkName),
    );
  const pieces = piecesOf(bare(text));
  if (pieces === null || pieces.length > 1) {
    const all = pieces?.map((piece) => mended(piece, context, checkName)) ?? [];
    return error(
      'several',
      'One entry holds one name: a list in one entry never equals a name.',
      pieces === null || all.includes(null) ? null : [...new Set(all.filter((each) => each !== null).flat())],
    );
  }
  const [only = ''] = pieces;
  if (only !== text)
    return error(
      'quotes',
      'A header’s name stands without quotes or blanks around it.',
      mended(only, context, checkName),
    );
  return checkPlain(text, context, checkName);
}

function mended(text: string, context: CheckContext, checkName: NameCheck): readonly string[] | null {
  const check = checkPlain(text.replace(/:$/, ''), context, checkName);
  return check.level === 'error' ? check.instead : [text.replace(/:$/, '').toLowerCase()];
}

function checkPlain(text: string, context: CheckContext, checkName: NameCheck): FieldCheck {
  if (!isToken(text))
    return error('not-a-token', `${quote(text)} is no header’s name: it holds a character that none may.`);
  if (text.length > 1024)
    return error('too-long', 'A function URL takes names of at most 1,024 characters, and none needs more.');
  const name = text.toLowerCase();
  const check = checkName(name, context);
  if (check.reason !== 'fine' || name === text) return check;
  return ok(
    'header-case',
    'The case of a header’s name says nothing; the policy writes it in lower case.',
    name,
  );
}
