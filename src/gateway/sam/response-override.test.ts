import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { originOverride } from './response-override.ts';

const ours = `#set($origin = $input.params().header.get("Origin"))
#if(!$origin || $origin == "")#set($origin = $input.params().header.get("origin"))#end
#if($origin == "https://a.test" || $origin == "http://localhost:3000")
#set($context.responseOverride.header.Access-Control-Allow-Origin = $origin)
#end
{}
`;

/** As AWS CDK writes it. */
const cdk = `#set($origin = $input.params().header.get("Origin"))
#if($origin == "")
  #set($origin = $input.params().header.get("origin"))
#end
#if($origin == "https://a.test")
  #set($context.responseOverride.header.Access-Control-Allow-Origin="$origin")
#end`;

describe('originOverride', () => {
  it.each([
    ['ours', ours, ['https://a.test', 'http://localhost:3000']],
    ['CDK’s', cdk, ['https://a.test']],
    ['in CRLF', ours.replaceAll('\n', '\r\n'), ['https://a.test', 'http://localhost:3000']],
    [
      'with the short way to ask for a header',
      cdk.replaceAll(/\$input\.params\(\)\.header\.get\("(\w+)"\)/g, "$input.params('$1')"),
      ['https://a.test'],
    ],
    ['without a second look', cdk.replace(/#if\(\$origin == ""\)[\s\S]*?#end\n/, ''), ['https://a.test']],
    [
      'with another variable',
      ours.replaceAll('$origin', '$who'),
      ['https://a.test', 'http://localhost:3000'],
    ],
  ])('reads the list of %s', (_name, template, origins) => {
    expect(originOverride([template])).toEqual({ kind: 'listed', origins });
  });

  it.each([
    ['patterns', ours.replace('$origin == "https://a.test"', '$origin.matches("https://.*")')],
    ['everyone’s origin', '#set($context.responseOverride.header.Access-Control-Allow-Origin = $origin)'],
    ['another variable than the one compared', cdk.replace('="$origin"', '="$other"')],
    ['a list with what the template does not tell', ours.replace('https://a.test', '${Web}')],
    ['a negation', ours.replace('#if($origin == "https', '#if(!$origin == "https')],
    ['a conjunction', ours.replace(') || $origin', ') && $origin').replace('" || $', '" && $')],
    ['more than that', `${ours}#set($context.responseOverride.header.Vary = "Origin")`],
    ['another header', ours.replace('Allow-Origin', 'Allow-Headers')],
  ])('does not read %s', (_name, template) => {
    expect(originOverride([template])).toEqual({ kind: 'unknown' });
  });

  it('says none where nothing is overridden, and does not choose among templates', () => {
    expect(originOverride(['{}', ''])).toEqual({ kind: 'none' });
    expect(originOverride([])).toEqual({ kind: 'none' });
    expect(originOverride([ours, '{}'])).toEqual({ kind: 'unknown' });
  });

  it('never throws and always ends, whatever the text', () => {
    const part = fc.constantFrom(
      ...['#set(', '#if(', '#end', '$origin', ' == ', '"https://a.test"', ' || ', ')', ' ', '!', '""', '{}'],
      '$input.params().header.get("Origin")',
      '$context.responseOverride.header.Access-Control-Allow-Origin',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 200 }), (parts) => {
        const read = originOverride([parts.join('')]);
        if (read.kind === 'listed') expect(read.origins.length).toBeGreaterThan(0);
      }),
    );
    const long = `#set($o = $input.params("Origin"))#if(${'$o == "a" || '.repeat(1_000)}`;
    expect(originOverride([`${long}responseOverride`])).toEqual({ kind: 'unknown' });
  });
});
