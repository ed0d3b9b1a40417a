/** CloudFormation's intrinsic functions by the name of their long form. The short form is `!` and the name without `Fn::`. */
const functions = [
  'And',
  'Base64',
  'Cidr',
  'Equals',
  'FindInMap',
  'ForEach',
  'GetAZs',
  'GetAtt',
  'If',
  'ImportValue',
  'Join',
  'Length',
  'Not',
  'Or',
  'Select',
  'Split',
  'Sub',
  'ToJsonString',
  'Transform',
];

const long = new Map<string, string>([
  ['!Ref', 'Ref'],
  ['!Condition', 'Condition'],
  ...functions.map((name) => [`!${name}`, `Fn::${name}`] as const),
]);

/** The long form of a tag; null where CloudFormation has no such function. */
export const longForm = (tag: string): string | null => long.get(tag) ?? null;

/** Whether a map of this one key is an intrinsic function. `Condition` as a key is also an attribute, so it is not one. */
export const isFunctionKey = (key: string): boolean => key === 'Ref' || key.startsWith('Fn::');

/** Functions that write parts of a template: what they make is known only to CloudFormation. */
export const isMacro = (name: string): boolean => name === 'Fn::Transform' || name.startsWith('Fn::ForEach');
