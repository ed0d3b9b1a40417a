import { describe, expect, it } from 'vitest';
import type { HeaderLines } from '../cors/index.ts';
import { decidingHead } from './debugger-headers.ts';

const head = (value: string): { status: number; headers: HeaderLines } => ({
  status: 204,
  headers: [['Access-Control-Allow-Methods', value]],
});

describe('decidingHead', () => {
  it.each([
    ['lost bytes beyond ASCII', head('PUT\xe9'), head('PUT')],
    ['read them as UTF-8', head('b\xc3\xbccher'), head('b\xfccher')],
  ])('is the wire’s where the page’s only %s', (_, wire, page) => {
    expect(decidingHead(wire, page)).toBe(wire);
  });

  it('is the page’s where an extension rewrote it', () => {
    expect(decidingHead(head('GET'), head('PUT')).headers).toEqual(head('PUT').headers);
  });
});
