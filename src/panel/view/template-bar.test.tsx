// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import type { Finding } from '../../diagnosis/index.ts';
import type { TemplateState } from '../../session/index.ts';
import { blockedPreflight } from '../gallery/rest-exchanges.ts';
import { mixed, resetWith } from '../gallery/scenes.ts';
import { all, click, drawn, mountFor, one } from '../gallery/testing.ts';

const finding: Finding = {
  rule: 'template-several-origins',
  severity: 'error',
  owner: 'gateway',
  title: 'Several origins',
  explanation: 'A list goes out as one value.',
  confidence: 'certain',
  unverified: false,
  causedBy: null,
  evidence: [{ message: 'template', line: 12, column: 7, value: 'AllowOrigin: "a,b"', note: 'Cors' }],
  remedies: ['none'],
};
const loaded: TemplateState = {
  name: 'template.yaml',
  text: '',
  apis: [{ logicalId: 'ServerlessRestApi', kind: 'rest' }],
  findings: [finding],
  warnings: [{ line: 3, column: 1, text: 'No tag `!Foo`.' }],
  fault: null,
};

test('nothing is shown without a template', () => {
  mountFor(resetWith(mixed));
  expect(all('template')).toEqual([]);
});

test('its name, its APIs and its remarks with their places; removing it is a command', async () => {
  const { adapter } = mountFor(resetWith(mixed, { template: loaded }));
  expect(one('template-name').textContent).toBe('template.yaml');
  expect(one('template-apis').textContent).toBe('REST API ServerlessRestApi');
  const remarks = one('template-findings').textContent;
  expect(remarks).toContain('2 remarks on the template');
  expect(remarks).toContain('template.yaml:12:7');
  expect(remarks).toContain('AllowOrigin: "a,b"');
  expect(remarks).toContain('template.yaml:3:1');
  await click(one('forget-template'));
  expect(adapter.commands).toEqual([{ type: 'forget-template' }]);
});

test('a template that cannot be read says where and why, and that the wire still counts', () => {
  const fault = { line: 2, column: 1, text: 'a tab indents this line; YAML takes blanks only' };
  mountFor(resetWith(mixed, { template: { ...loaded, apis: [], findings: [], warnings: [], fault } }));
  expect(one('template-fault').textContent).toBe(
    'template.yaml:2:1: a tab indents this line; YAML takes blanks only. The diagnosis goes by the wire alone.',
  );
  expect(all('exchange')).toHaveLength(mixed.length);
});

test('evidence from the template shows its name, line and column in the detail', async () => {
  mountFor(resetWith([{ ...blockedPreflight, findings: [finding] }], { template: loaded }));
  await click(one('exchange'));
  expect(all('finding').at(-1)?.textContent).toContain('template.yaml:12:7');
});

test('a dropped file goes to the session; the panel shows while it hovers', async () => {
  const { adapter, root } = mountFor(resetWith(mixed));
  const drag = (type: string, files: readonly File[]) => {
    const event = new Event(type, { bubbles: true, cancelable: true });
    root.dispatchEvent(Object.assign(event, { dataTransfer: { types: ['Files'], files } }));
    return event.defaultPrevented;
  };
  const file = new File(['Resources: {}'], 'template.yaml');
  expect(drag('dragover', [])).toBe(true);
  expect(root.dataset.dropping).toBe('true');
  expect(drag('drop', [file])).toBe(true);
  await drawn();
  expect(root.dataset.dropping).toBeUndefined();
  expect(adapter.commands).toEqual([{ type: 'load-template', name: 'template.yaml', text: 'Resources: {}' }]);
});
