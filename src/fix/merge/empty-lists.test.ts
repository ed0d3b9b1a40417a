import { expect, it } from 'vitest';
import { apiOf, changeOf, templateOf } from './merge.testing.ts';
import { mergeChange } from './merge-change.ts';

const policy = {
  origins: ['https://a.example'],
  methods: [],
  headers: [],
  exposeHeaders: [],
  credentials: false,
  maxAge: null,
};

const url = (methods: string) => `Transform: AWS::Serverless-2016-10-31
Globals:
  Function:
    FunctionUrlConfig: {Cors: {AllowMethods: []}}
Resources:
  Orders:
    Type: AWS::Serverless::Function
    Properties:
      FunctionUrlConfig:
        Cors: {AllowOrigins: [https://a.example]${methods}}
`;

it('an empty list of Globals says nothing amiss, so that a second merge changes nothing', () => {
  const merged = (text: string) => {
    const template = templateOf(text);
    const done = mergeChange(template, apiOf(template, 'Orders', 'function-url'), changeOf(policy));
    return done.ok ? done.text : done.reason;
  };
  const once = merged(url(', AllowMethods: [DELETE]'));
  expect(once).toBe(url(''));
  expect(merged(once)).toBe(once);
});
