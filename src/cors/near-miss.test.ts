import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { originNearMiss } from './near-miss.ts';

describe('originNearMiss', () => {
  const wanted = 'https://app.example.com';
  it.each([
    ['https://app.example.com', null],
    ['https://app.example.com/', 'trailing-slash'],
    ['https://app.example.com/shop', 'path'],
    ['https://app.example.com/?a', 'path'],
    ['http://app.example.com', 'scheme'],
    ['http://app.example.com:8080', 'scheme'],
    ['https://app.example.com:8443', 'port'],
    ['https://app.example.com:443', 'port'],
    ['https://App.Example.com', 'case'],
    ['HTTPS://app.example.com/', 'case'],
    ['https://www.example.com', 'host'],
    ['https://app.example.com.', 'host'],
    ['https://a@app.example.com', 'host'],
    ['app.example.com', null],
    ['https://app.example.com, https://b.test', null],
    ['https://app.example.com,https://b.test', null],
    ['*', null],
    ['null', null],
    ['', null],
    ['data:,x', null],
  ])('%j', (got, expected) => {
    expect(originNearMiss(got, wanted)).toBe(expected);
  });

  it.each([
    ['http://localhost:3000', 'http://127.0.0.1:3000', 'localhost-127'],
    ['http://127.0.0.1:3000', 'http://localhost:3000', 'localhost-127'],
    ['http://[::1]:3000', 'http://localhost:3000', 'localhost-127'],
    ['http://localhost:3000', 'http://127.0.0.1:5173', 'host'],
    ['http://localhost:3000', 'http://localhost:5173', 'port'],
    ['https://bücher.example', 'https://xn--bcher-kva.example', 'host'],
    ['https://app.example.com', 'null', null],
  ])('%s for %s', (got, origin, expected) => {
    expect(originNearMiss(got, origin)).toBe(expected);
  });

  it('never throws, and is null for equals', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (got, origin) => {
        originNearMiss(got, origin);
        expect(originNearMiss(got, got)).toBeNull();
      }),
    );
  });
});
