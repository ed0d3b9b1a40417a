import { profiles } from '../../cors/index.ts';
import { type CheckContext, error, type FieldCheck, fine, quote, warning } from './field-check.ts';
import { bare, longestText } from './pieces.ts';

/** What an HTTP API and a function URL take at most, in seconds (AWS's API definition). */
const serviceLimit = 86_400;
const chromiumCap = profiles.chromium.maxAgeCap ?? serviceLimit;
const firefoxCap = profiles.firefox.maxAgeCap ?? serviceLimit;

/** Checks for how many seconds a preflight's answer may be kept, as it was typed. Empty is fine: browsers then keep it 5 s. */
export function checkMaxAge(text: string, { kind }: CheckContext): FieldCheck {
  if (text === '') return fine;
  if (text.length > longestText) return error('too-long', 'No number of seconds is as long as this.');
  const plain = bare(text);
  if (/^-\d+$/.test(plain))
    return error(
      'negative',
      'A negative age is no number of seconds to browsers: 0 keeps them from remembering.',
      '0',
    );
  if (!/^(?:0|[1-9]\d*)$/.test(plain) || plain !== text)
    return error(
      'not-seconds',
      `Write whole seconds, such as 600: browsers do not read ${quote(text)}.`,
      seconds(plain),
    );
  const age = Number(plain);
  if (age > serviceLimit)
    return kind === 'rest'
      ? warning(
          'above-cap',
          `No browser keeps it longer than ${firefoxCap} s (Firefox; Chromium ${chromiumCap} s).`,
          String(firefoxCap),
        )
      : error('above-limit', `AWS takes at most ${serviceLimit} s here.`, String(serviceLimit));
  if (age > chromiumCap)
    return warning(
      'above-cap',
      `Chromium keeps it for ${chromiumCap} s at most, Firefox for ${firefoxCap} s.`,
      String(chromiumCap),
    );
  if (age === 0)
    return warning(
      'no-cache',
      'With 0 every call that needs a preflight waits for one: good while you try things, slow for users.',
    );
  return fine;
}

const units: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400 };

/** The seconds that are meant by `600s`, `10 min`, `2h`, `0600` or `600.0`; null where nobody can tell. */
function seconds(text: string): string | null {
  const [, digits, unit = 's'] =
    /^\+?0*(\d{1,7})(?:\.0+)?\s*(s|m|h|d)?(?:ec(?:ond)?s?|in(?:ute)?s?|ours?|ays?)?$/i.exec(text) ?? [];
  if (digits === undefined) return null;
  const meant = Number(digits) * (units[unit.toLowerCase()] ?? 1);
  return String(Math.min(meant, serviceLimit));
}
