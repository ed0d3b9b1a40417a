import { isToken } from '../../cors/index.ts';
import { type CheckContext, error, type FieldCheck, ok, quote } from './field-check.ts';
import { checkOneValue } from './one-value.ts';
import { bare, longestText } from './pieces.ts';

/** `Name: value`. */
const headerLine = /^([!#$%&'*+\-.^_`|~0-9A-Za-z]+)[ \t]*:/;

type NameCheck = (name: string, context: CheckContext) => FieldCheck;

/** Checks a header's name as it was typed: its form here, and what is to be said of the name in `checkName`, in lower case. */
export function checkHeaderText(text: string, context: CheckContext, checkName: NameCheck): FieldCheck {
  const named = headerLine.exec(bare(text.slice(0, longestText)))?.[1];
  if (named !== undefined) {
    const { level, instead, mended } = checkHeaderText(named, context, checkName);
    const name = level === 'error' ? instead : [mended ?? named];
    return error('value-too', 'Only the header’s name is listed, not its value.', name);
  }
  return checkOneValue(text, {
    empty: 'Write a header’s name such as content-type.',
    tooLong: 'No header’s name is as long as this.',
    several: 'One entry holds one name: a list in one entry never equals a name.',
    quotes: 'A header’s name stands without quotes or blanks around it.',
    check: (name) => checkPlain(name, context, checkName),
  });
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
