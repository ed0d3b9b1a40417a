import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { conditionOf, resolve, textOf } from './resolve.ts';
import { asWritten, templateOf } from './template.testing.ts';

const head = `Parameters:
  Origin: { Type: String, Default: "'https://a.com'" }
  Stage: { Type: String, Default: prod, AllowedValues: [prod, dev, 1] }
  Origins: { Type: CommaDelimitedList, Default: "https://a.com, https://b.com" }
  Age: { Type: Number, Default: 600 }
  Must: { Type: String }
  Stored: { Type: AWS::SSM::Parameter::Value<String>, Default: /my/name }
Mappings:
  Hosts:
    prod: { Host: a.com, All: [x, y] }
Conditions:
  IsProd: !Equals [!Ref Stage, prod]
  IsDev: !Not [!Condition IsProd]
  Open: !Equals [!Ref Must, x]
  Either: !Or [!Condition Open, !Condition IsProd]
  Neither: !And [!Condition Open, !Condition IsDev]
  Long: { Fn::Not: [{ Condition: IsDev }] }
  Turns: !And [!Condition Turns, !Condition Turns]
  There: !Not [!Condition Back]
  Back: !Not [!Condition There]
`;
const resolved = (text: string) => {
  const { template, value } = asWritten(text, head);
  return resolve(template, value);
};

describe('known from the template', () => {
  test.each([
    ['!Ref Origin', "'https://a.com'"],
    ['{ Ref: Stage }', 'prod'],
    ['!Ref Age', 600],
    ['!Ref Origins', ['https://a.com', 'https://b.com']],
    ['!Join [",", !Ref Origins]', 'https://a.com,https://b.com'],
    ['!Join ["-", [a, !Ref Stage, !Ref AWS::NoValue]]', 'a-prod'],
    [`!Sub "'https://\${Stage}.a.com'"`, "'https://prod.a.com'"],
    [`!Sub ["\${A}-\${Stage}", { A: !Ref Age }]`, '600-prod'],
    [`!Sub "\${!Kept} {x}"`, `\${Kept} {x}`],
    ['!Select [1, !Ref Origins]', 'https://b.com'],
    ['!Select ["0", [a, !Ref Must]]', 'a'],
    ['!Select [1, !Split ["/", "a/b/c"]]', 'b'],
    ['!FindInMap [Hosts, !Ref Stage, Host]', 'a.com'],
    ['!FindInMap [Hosts, prod, All]', ['x', 'y']],
    ['!FindInMap [Hosts, dev, Host, { DefaultValue: other }]', 'other'],
    ['!If [IsProd, a, b]', 'a'],
    ['!If [IsDev, a, b]', 'b'],
    ['!If [Open, same, same]', 'same'],
    ['!If [Either, a, b]', 'a'],
    ['!If [Neither, a, b]', 'b'],
    ['!If [Long, a, b]', 'a'],
    ['[a, !Ref AWS::NoValue, !If [IsProd, !Ref AWS::NoValue, b]]', ['a']],
    ['{ A: 1, B: !Ref AWS::NoValue, C: yes }', { A: 1, C: true }],
  ])('%s', (text, value) => {
    expect(resolved(text)).toMatchObject({ known: true, value });
  });

  test('with the parameters whose default was taken, each once', () => {
    expect(resolved(`!If [IsProd, !Sub "\${Stage} \${Age}", b]`)).toMatchObject({
      assumes: ['Stage', 'Age'],
    });
  });

  test('AWS::NoValue is no value', () => {
    expect(resolved('!If [IsProd, !Ref AWS::NoValue, b]')).toEqual({ known: 'absent' });
  });
});

describe('not known, but readable', () => {
  test.each([
    ['!Ref Must', `\${Must}`],
    ['!Ref Stored', `\${Stored}`],
    ['!Ref AWS::Region', `\${AWS::Region}`],
    ['!Ref MyApi', `\${MyApi}`],
    ['!GetAtt Distribution.DomainName', `\${Distribution.DomainName}`],
    [`!Sub "https://\${Must}.\${AWS::URLSuffix}/\${Stage}"`, `https://\${Must}.\${AWS::URLSuffix}/prod`],
    ['!Join ["", ["https://", !GetAtt D.DomainName]]', `https://\${D.DomainName}`],
    ['!If [Open, a, !Ref AWS::NoValue]', `\${If Open: a, else nothing}`],
    ['!If [Missing, a, b]', `\${If Missing: a, else b}`],
    ['!If [Turns, a, b]', `\${If Turns: a, else b}`],
    ['!If [There, a, b]', `\${If There: a, else b}`],
    ['!If x', `\${If …}`],
    ['!Select [9, [a]]', `\${Select 9}`],
    ['!Select [0, !Ref Must]', `\${Select 0}`],
    ['!FindInMap [Hosts, !Ref AWS::Region, Host]', `\${FindInMap Hosts.\${AWS::Region}.Host}`],
    ['!FindInMap [Hosts, dev, Host]', `\${FindInMap Hosts.dev.Host}`],
    ['!ImportValue shared', `\${ImportValue shared}`],
    ['!Foo bar', `\${!Foo bar}`],
    ['!Transform { Name: AWS::Include }', `\${Transform}`],
    ['[a, !Ref Must]', `[a, \${Must}]`],
    ['{ A: !Ref Must, B: 1 }', `{A: \${Must}, B: 1}`],
  ])('%s', (text, open) => {
    expect(resolved(text)).toEqual({ known: false, text: open });
  });
});

test('text of scalars only', () => {
  const text = (written: string) => {
    const { template, value } = asWritten(written, head);
    return textOf(template, value);
  };
  expect(text('!Ref Age')).toEqual({ text: '600', known: true });
  expect(text(`https://\${x}`)).toEqual({ text: `https://\${x}`, known: true });
  expect(text('!Ref Must')).toEqual({ text: `\${Must}`, known: false });
  expect(text('[a]')).toBeNull();
  expect(text('!Ref AWS::NoValue')).toBeNull();
});

test('a parameter tells its type and what it allows', () => {
  const { parameters } = asWritten('x', head).template;
  expect(parameters.get('Stage')).toMatchObject({ type: 'String', allowed: ['prod', 'dev', '1'] });
  expect(parameters.get('Must')).toMatchObject({ type: 'String', allowed: [], byDefault: null });
});

test('conditions that double at every step are found out once each', () => {
  const steps = Array.from(
    { length: 31 },
    (_, i) => `  C${i}: !And [!Condition C${i + 1}, !Condition C${i + 1}]\n`,
  );
  const template = templateOf(`Resources: {}\nConditions:\n${steps.join('')}  C31: !Equals [a, a]\n`);
  expect(conditionOf(template, 'C0')).toMatchObject({ known: true, value: true });
});

test('a text that grows without measure is cut', () => {
  const { template, value } = asWritten(
    `!Sub "${'$'.concat('{A}').repeat(2000)}"`,
    `Parameters:\n  A: { Type: String, Default: ${'x'.repeat(5000)} }\n`,
  );
  const found = resolve(template, value);
  expect(found.known === false && found.text.length).toBe(100_000);
});

const names = fc.constantFrom('A', 'B', 'C');
const nested = fc.letrec<{ written: string }>((tie) => ({
  written: fc.oneof(
    { depthSize: 'medium' },
    fc.constantFrom('x', '""', '1', '!Ref A', '!Ref AWS::NoValue', `!Sub "\${A}\${"`, '!Foo []', '{}'),
    fc
      .tuple(
        fc.constantFrom(
          'Sub',
          'If',
          'Join',
          'Select',
          'Split',
          'FindInMap',
          'And',
          'Or',
          'Not',
          'Equals',
          'Ref',
          'GetAtt',
        ),
        fc.array(tie('written'), { maxLength: 4 }),
      )
      .map(([name, items]) => `!${name} [${items.join(', ')}]`),
    fc.tuple(names, tie('written')).map(([name, written]) => `{ ${name}: ${written} }`),
    fc.tuple(names, tie('written')).map(([name, written]) => `!If [${name}, ${written}, !Condition ${name}]`),
  ),
})).written;

test('whatever refers to whatever, it ends', () => {
  fc.assert(
    fc.property(fc.tuple(nested, nested, nested, nested), ([a, b, c, value]) => {
      const section = `\n  A: ${a}\n  B: ${b}\n  C: ${c}\n`;
      const before = `Conditions:${section}Mappings:${section}Parameters:\n  A: { Type: String, Default: ${a} }\n`;
      const written = asWritten(value, before);
      expect([true, false, 'absent']).toContain(resolve(written.template, written.value).known);
      expect([true, false]).toContain(conditionOf(written.template, 'A').known);
    }),
  );
});
