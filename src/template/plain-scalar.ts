type Scalar = string | number | boolean | null;

/** The rules by which PyYAML 6 reads a scalar without quotes (its `resolver.py`); SAM's tools read by PyYAML. */
const nothing = /^(?:~|null|Null|NULL|)$/;
const yes = /^(?:yes|Yes|YES|true|True|TRUE|on|On|ON)$/;
const no = /^(?:no|No|NO|false|False|FALSE|off|Off|OFF)$/;
const binary = /^[-+]?0b[01_]+$/;
const octal = /^[-+]?0[0-7_]+$/;
const decimal = /^[-+]?(?:0|[1-9][0-9_]*)$/;
const hexadecimal = /^[-+]?0x[0-9a-fA-F_]+$/;
const float = /^(?:[-+]?[0-9][0-9_]*\.[0-9_]*|\.[0-9][0-9_]*)(?:[eE][-+][0-9]+)?$/;
/** `1:30` is ninety: base 60. */
const sexagesimal = /^[-+]?(?:[1-9][0-9_]*(?::[0-5]?[0-9])+|[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*)$/;

/**
 * What an unquoted scalar means in YAML 1.1 as PyYAML reads it: `yes` and `off` are booleans but `y` is text, `010` is
 * eight but `08` is text, `1e5` is text. Dates stay text, and so do the infinities and NaN, which JSON does not have.
 */
export function plainValue(text: string): Scalar {
  if (nothing.test(text)) return null;
  if (yes.test(text)) return true;
  if (no.test(text)) return false;
  return numberOf(text) ?? text;
}

/** What an unquoted scalar of a JSON text means: `1e5` is a number there. */
export function jsonValue(text: string): Scalar {
  const literal = { true: true, false: false, null: null }[text];
  return literal !== undefined ? literal : Number(text);
}

function numberOf(text: string): number | null {
  const bare = text.replace(/^[-+]/, '').replaceAll('_', '');
  const size = sizeOf(text, bare);
  if (size === null || !Number.isFinite(size)) return null;
  return text.startsWith('-') && size !== 0 ? -size : size;
}

function sizeOf(text: string, bare: string): number | null {
  if (binary.test(text)) return Number.parseInt(bare.slice(2), 2);
  if (octal.test(text)) return Number.parseInt(bare, 8);
  if (decimal.test(text)) return Number.parseInt(bare, 10);
  if (hexadecimal.test(text)) return Number.parseInt(bare.slice(2), 16);
  if (float.test(text)) return Number.parseFloat(bare);
  if (sexagesimal.test(text)) return bare.split(':').reduce((sum, digits) => sum * 60 + Number(digits), 0);
  return null;
}
