import { describe, expect, it } from 'vitest';
import { fakeSession, watch } from './fake-session.ts';
import { begin, done } from './fake-steps.ts';
import type { SessionCommand } from './messages.ts';
import type { Mirror } from './mirror.ts';

const sam = 'Transform: AWS::Serverless-2016-10-31\nResources: {}\n';
const load = (text: string, name = 'template.yaml'): SessionCommand => ({
  type: 'load-template',
  name,
  text,
});
const told = (mirror: Mirror): readonly string[] =>
  [...mirror.exchanges.values()].flatMap(({ findings }) => findings.map(({ explanation }) => explanation));

describe('a session with a template', () => {
  it('diagnoses everything anew when it is loaded, and again when it is forgotten', () => {
    const { session, settle } = fakeSession();
    const view = watch(session);
    session.push([...done('1'), ...done('2')]);
    settle();
    session.command(load(sam));
    settle();
    expect(told(view.mirror())).toEqual(['2 from 1 beside template.yaml', '2 from 1 beside template.yaml']);
    expect(view.mirror().state.template).toEqual({
      name: 'template.yaml',
      text: sam,
      apis: [],
      findings: [],
      warnings: [],
      fault: null,
    });
    session.command({ type: 'forget-template' });
    settle();
    expect(told(view.mirror())).toEqual(['2 from 1', '2 from 1']);
    expect(view.mirror().state.template).toBeNull();
  });

  it('says where a template cannot be read, and goes on from the wire', () => {
    const { session, settle } = fakeSession();
    const view = watch(session);
    session.push(done('1'));
    session.command(load(sam));
    settle();
    session.command(load('Resources:\n\tApi: {}\n', 'broken.yaml'));
    settle();
    expect(view.mirror().state.template).toMatchObject({
      name: 'broken.yaml',
      fault: { line: 2, column: 1, text: 'a tab indents this line; YAML takes blanks only' },
    });
    expect(told(view.mirror())).toEqual(['1 from 1']);
  });

  it('keeps it over a clear, an imported file and what is captured later', () => {
    const { session, settle } = fakeSession();
    const view = watch(session);
    session.command(load(sam));
    session.command({ type: 'clear' });
    session.push(done('1'));
    settle();
    expect(told(view.mirror())).toEqual(['1 from 1 beside template.yaml']);
    session.command({ type: 'import-file', name: 'a.har', text: '[7' });
    settle();
    expect(told(view.mirror())).toEqual(['1 from 7 beside template.yaml']);
    session.command({ type: 'record', on: true });
    session.push([begin('9')]);
    settle();
    expect(told(view.mirror())).toEqual(['1 from 9 beside template.yaml']);
  });

  it('tells what is odd in the text, with its place', () => {
    const { session } = fakeSession();
    const view = watch(session);
    session.command(load('Resources:\n  Odd: 3\n'));
    const texts = view.mirror().state.template?.warnings.map(({ line, text }) => `${line} ${text}`);
    expect(texts).toContain('2 The resource "Odd" is no map or has no `Type`; it is passed over.');
  });
});
