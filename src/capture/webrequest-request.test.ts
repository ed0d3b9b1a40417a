import { describe, expect, it } from 'vitest';
import {
  webRequestInitiator,
  webRequestScope,
  webRequestType,
  withoutFragment,
} from './webrequest-request.ts';

const details = {
  requestId: '1',
  url: 'https://api.test/',
  method: 'GET',
  type: 'xmlhttprequest',
  tabId: 3,
  frameId: 7,
  timeStamp: 0,
} as const;

describe('webRequestInitiator', () => {
  it.each([
    ['Chromium names the origin', { initiator: 'http://a.test:81' }, 'http://a.test:81'],
    ['an opaque origin in Chromium', { initiator: 'null' }, 'null'],
    ['Firefox names URLs', { originUrl: 'http://a.test:81/p?q' }, 'http://a.test:81'],
    ['default ports go', { originUrl: 'https://a.test:443/' }, 'https://a.test'],
    [
      'the trigger comes before the document',
      { originUrl: 'https://a.test/', documentUrl: 'https://b.test/' },
      'https://a.test',
    ],
    ['the document where no trigger is told', { documentUrl: 'https://b.test/x' }, 'https://b.test'],
    ['a sandboxed frame in Firefox', { originUrl: 'moz-nullprincipal:{4b1c}' }, 'null'],
    ['a data: document', { originUrl: 'data:text/html,x' }, 'null'],
    ['a file', { originUrl: 'file:///tmp/x.html' }, 'null'],
    ['not a URL', { originUrl: 'nonsense' }, null],
    ['nothing told', {}, null],
  ])('%s', (_, told, expected) => {
    expect(webRequestInitiator({ ...details, ...told })).toBe(expected);
  });
});

describe('webRequestType', () => {
  it.each([
    ['xmlhttprequest', 'xhr'],
    ['ping', 'beacon'],
    ['beacon', 'beacon'],
    ['main_frame', 'document'],
    ['sub_frame', 'document'],
    ['imageset', 'image'],
    ['json', 'script'],
    ['csp_report', 'other'],
    ['webtransport', 'other'],
    ['constructor', 'other'],
  ])('%s is %s', (type, expected) => {
    expect(webRequestType(type)).toBe(expected);
  });
});

describe('webRequestScope', () => {
  it.each([
    ['Chromium', { documentId: 'D1' }, '3/7/D1'],
    ['Firefox', {}, '3/7'],
  ])('%s', (_, told, expected) => {
    expect(webRequestScope({ ...details, ...told })).toBe(expected);
  });
});

describe('withoutFragment', () => {
  it.each([
    ['https://a.test/x#y#z', 'https://a.test/x'],
    ['https://a.test/x?y', 'https://a.test/x?y'],
    ['#', ''],
  ])('%s', (url, expected) => {
    expect(withoutFragment(url)).toBe(expected);
  });
});
