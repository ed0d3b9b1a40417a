// @vitest-environment happy-dom
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sequencePicture } from './picture.ts';
import { kinds, picturedAs, refused } from './sample.testing.ts';
import { node, toXml } from './svg-node.ts';

const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom(
    '</text><script>alert(1)</script>',
    '" onload="alert(1)',
    ']]><!--',
    '&amp;&#x3c;',
    'a\u0000b\u001bc\ufffed\ud800e\u202ef',
  ),
);

/** What XML 1.0 allows in a document. */
const allowed = /^[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u;

describe('as text', () => {
  test('markup and quotes in content and attributes are escaped', () => {
    expect(toXml(node('text', { class: '"<&' }, `<b>'&"`))).toBe(
      '<text class="&quot;&lt;&amp;">&lt;b&gt;&#39;&amp;&quot;</text>',
    );
  });

  test('no string adds an element or an attribute, and every character is one of XML’s', () => {
    fc.assert(
      fc.property(hostile, hostile, (value, method) => {
        const exchange = {
          ...refused('PreflightAllowOriginMismatch', [['access-control-allow-origin', value]]),
          method,
        };
        const xml = toXml(sequencePicture(exchange, 640));
        expect(xml).toMatch(allowed);
        const tags = xml.match(/<[^>]*>/g) ?? [];
        for (const tag of tags)
          expect(tag).toMatch(
            /^<\/?(svg|g|path|line|rect|text|title)( (class|width|height|viewBox|role|aria-label|data-step|data-state|d|x|y|x1|x2|y1|y2|rx|text-anchor)="[^"<>]*")*>$/,
          );
        const opened = tags.filter((tag) => !tag.startsWith('</'));
        expect(opened.length * 2).toBe(tags.length);
      }),
    );
  });
});

test('an HTML parser reads back the strangers’ words, whole', () => {
  const evil = '<img src=x onerror=alert(1)>';
  const place = document.createElement('div');
  place.innerHTML = toXml(
    sequencePicture(refused('PreflightAllowOriginMismatch', [['access-control-allow-origin', evil]]), 300),
  );
  expect(place.querySelectorAll('img')).toHaveLength(0);
  expect(place.querySelector('[data-state="failed"] title')?.textContent).toContain(evil);
});

test('whoever sees no picture is told every step of it', () => {
  const label = String(sequencePicture(kinds.cached ?? picturedAs(), 300).attributes['aria-label']);
  expect(label).toContain('Step 2, preflight request: preflight from cache, from cache');
  expect(label).toMatch(/Step 6, result in the page: response readable$/);
});
