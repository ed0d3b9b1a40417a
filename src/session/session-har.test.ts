import { describe, expect, it } from 'vitest';
import { fakeSession, watch } from './fake-session.ts';
import { begin, done, fakeSteps } from './fake-steps.ts';
import { Session } from './session.ts';

const har = (text: string): { type: 'import-file'; name: string; text: string } => ({
  type: 'import-file',
  name: 'a.har',
  text,
});

describe('import-file', () => {
  it('replaces the list by the file, and stops recording', () => {
    const { session, settle } = fakeSession();
    const view = watch(session);
    session.push([...done('1'), begin('2')]);
    session.command(har('[1,7,8'));
    session.push([...done('2').slice(1), ...done('3')]);
    session.navigated();
    settle();
    expect(view.ids()).toBe('1 7 8');
    expect(view.mirror().exchanges.get('1')?.exchange).toMatchObject({ source: 'har', browser: 'firefox' });
    expect(view.mirror().state).toMatchObject({
      recording: false,
      notice: 'Showing 3 cross-origin requests of a.har. Recording is off; switching it on leaves the file.',
      noticeWarns: false,
    });
  });

  it('goes back to an empty capture when recording is switched on', () => {
    const { session, settle } = fakeSession();
    const view = watch(session);
    session.push([begin('2')]);
    session.command(har('[1'));
    session.command({ type: 'record', on: true });
    expect(view.ids()).toBe('');
    session.push([...done('2').slice(1), ...done('1')]);
    settle();
    expect(view.ids()).toBe('1');
    expect(view.mirror().exchanges.get('1')?.exchange.source).toBe('webRequest');
    expect(view.mirror().state).toMatchObject({ recording: true, notice: null });
  });

  it('keeps a file whole beyond the limit of a capture', () => {
    const { session } = fakeSession(2);
    session.command(har('[1,2,3,4'));
    expect(watch(session).ids()).toBe('1 2 3 4');
  });

  it('takes a file without requests', () => {
    const { session } = fakeSession();
    session.push(done('1'));
    session.command(har('['));
    const view = watch(session);
    expect(view.ids()).toBe('');
    expect(view.mirror().state.notice).toContain('0 cross-origin requests of a.har');
  });

  it('a bad file is named, and what was captured stays and goes on', () => {
    const { session, settle } = fakeSession();
    const view = watch(session);
    session.push(done('1'));
    session.command(har('nonsense'));
    session.push(done('2'));
    settle();
    expect(view.ids()).toBe('1 2');
    expect(view.mirror().state).toMatchObject({
      recording: true,
      notice: 'a.har: line 1: not JSON',
      noticeWarns: true,
    });
  });

  it('a bad file does not hide another notice, and its own goes with the next good file', () => {
    const { session } = fakeSession();
    const view = watch(session);
    session.setNotice('No access.');
    session.command(har('nonsense'));
    expect(view.mirror().state.notice).toBe('No access. a.har: line 1: not JSON');
    session.command(har('[1'));
    expect(view.mirror().state.notice).toContain('No access. Showing 1 cross-origin request of a.har.');
  });

  it('judges an exchange of a file again with what the user set', () => {
    const { session, settle } = fakeSession();
    session.command(har('[1'));
    const view = watch(session);
    session.command({ type: 'settings', exchangeId: '1', settings: { credentials: 'omit' } });
    settle();
    expect(view.mirror().exchanges.get('1')?.settings).toEqual({ credentials: 'omit' });
  });

  it('clear empties the file’s list, too', () => {
    const { session } = fakeSession();
    session.command(har('[1'));
    session.command({ type: 'clear' });
    const view = watch(session);
    expect(view.ids()).toBe('');
    expect(view.mirror().state).toMatchObject({ recording: false, notice: null });
  });

  it('a session over files alone has nothing to record', () => {
    const { steps } = fakeSteps();
    const session = new Session({
      source: 'har',
      browser: 'unknown',
      schedule: (flush) => flush(),
      reload: () => undefined,
      steps,
    });
    const view = watch(session);
    session.command(har('[1'));
    session.command({ type: 'record', on: true });
    expect(view.ids()).toBe('1');
    expect(view.mirror().state).toMatchObject({
      recording: false,
      keepLog: false,
      notice: 'Showing 1 cross-origin request of a.har.',
      capture: 'none',
      putAway: [],
      navigations: [],
      template: null,
      siteAccess: 'unknown',
      withheldFrom: [],
      inspectable: true,
    });
  });
});
