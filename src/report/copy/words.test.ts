import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bashWord } from './bash-word.ts';
import { readAsCmd } from './cmd.testing.ts';
import { cmdWord } from './cmd-word.ts';

const pieces = [
  ...["'", '"', '\\', '\\\\', '$(touch pwned)', '`id`', '$HOME', '$', '!', '!!', '!x', '*', '?', '~', '#'],
  ...[' ', '\t', '\n', '\r', '\r\n', '\0', ';', '&', '&&', '|', '<', '>', '(', ')', '[', ']', '{a,b}', '='],
  ...['%', '%%', '%PATH%', '%PATH:a=b%', '^', '^^', '%^', '-H', '@file', 'é', '日本', '\u001b[2J', '\u009b'],
  ...['\u202e', '\u200b', '\u2028', '\ufeff', '\ud800', '7', 'abc', '%cd%', '%=C:%', '%~0', '""', '\\"'],
];
const hostile = fc.oneof(
  fc.array(fc.constantFrom(...pieces), { maxLength: 10 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 40 }),
);

/** What bash makes of the words: every argument and a NUL after it. */
function readByBash(words: readonly string[]): readonly string[] {
  const script = `printf '%s\\0' ${words.join(' ')}`;
  const { stdout, stderr, status } = spawnSync('bash', ['--norc', '-c', script], { encoding: 'utf8' });
  expect(`${status} ${stderr}`).toBe('0 ');
  return stdout.split('\0').slice(0, -1);
}

describe('a word for bash', () => {
  test('is read by bash as the very text', () => {
    fc.assert(
      fc.property(fc.array(hostile, { minLength: 1, maxLength: 40 }), (texts) => {
        const meant = texts.map((text) => text.replaceAll('\0', '').replace(/\p{Cs}/gu, '\ufffd'));
        expect(readByBash(texts.map(bashWord))).toEqual(meant);
      }),
      { numRuns: 60 },
    );
  });

  test.each([
    ['plain', "'plain'"],
    ["it's", "$'it\\'s'"],
    ['a\nb', "$'a\\012b'"],
    ['7!', "$'7\\041'"],
    ['', "''"],
    ['\u202e', "$'\\342\\200\\256'"],
  ])('%j is %s', (text, word) => {
    expect(bashWord(text)).toBe(word);
  });

  test('shows no character that a terminal acts on, nor `!` where a prompt would recall a command', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(bashWord(text)).not.toMatch(/[!\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
      }),
    );
  });
});

describe('a word for cmd', () => {
  const variables = new Map([
    ['PATH', 'C:\\&calc'],
    ['CD', '" & calc & "'],
    ['=C:', 'x'],
  ]);

  test('is read by cmd, then by the program’s start-up code, as the very text', () => {
    fc.assert(
      fc.property(fc.array(hostile, { minLength: 1, maxLength: 6 }), (texts) => {
        const meant = texts.map((text) =>
          text.replaceAll('\0', '').replaceAll('\t', ' ').replace(/\r\n?/g, '\n'),
        );
        expect(readAsCmd(`curl ${texts.map(cmdWord).join(' ')}`, variables)).toEqual({
          ok: true,
          argv: ['curl', ...meant],
        });
      }),
      { numRuns: 2000 },
    );
  });

  test.each([
    ['a b', '^"a b^"'],
    ['say "hi"', '^"say ^\\^"hi^\\^"^"'],
    ['C:\\', '^"C:^\\^\\^"'],
    ['%PATH%', '^"^%^PATH^%^"'],
  ])('%j is %s', (text, word) => {
    expect(cmdWord(text)).toBe(word);
  });

  test('the model tells a word that is wrong', () => {
    expect(readAsCmd('curl "%PATH%"', variables)).toMatchObject({ argv: ['curl', 'C:\\&calc'] });
    expect(readAsCmd('curl "%CD%"', variables)).toEqual({ ok: false, because: 'the operator &' });
    expect(readAsCmd('curl ^"a\nb^"', variables)).toEqual({ ok: false, because: 'the line ended' });
  });
});
