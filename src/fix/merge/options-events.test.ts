import { describe, expect, it } from 'vitest';
import { apiOf, templateOf } from './merge.testing.ts';
import { optionsEvents } from './options-events.ts';
import { fresh } from './wish.ts';

/** One function behind an explicit REST API and an explicit HTTP API; `events` are its own, as they are written. */
const behind = (events: string) => `Transform: AWS::Serverless-2016-10-31
Resources:
  Shop: {Type: AWS::Serverless::Api, Properties: {StageName: p}}
  Other: {Type: AWS::Serverless::HttpApi}
  Fn:
    Type: AWS::Serverless::Function
    Properties:
      Events:
${events}`;

/** The events that are to be added to the function, by name. */
function added(text: string, id: string, auth: Parameters<typeof optionsEvents>[3] = null): unknown {
  const template = templateOf(text);
  const api = apiOf(template, id);
  const wish = optionsEvents(template, api, api.routes, auth).byFunction.get('Fn');
  return wish === undefined ? null : fresh(wish);
}

const events = (all: unknown) => ({ Properties: { Events: all } });

describe('an OPTIONS event beside a route', () => {
  it.each([
    ['a reference', '!Ref Shop', { Ref: 'Shop' }],
    ['a reference in full', '{Ref: Shop}', { Ref: 'Shop' }],
    ['its logical id alone', 'Shop', 'Shop'],
  ])('names its API as its neighbour does: by %s', (_name, written, named) => {
    const text = behind(
      `        Get: {Type: Api, Properties: {Path: /a, Method: GET, RestApiId: ${written}}}\n`,
    );
    expect(added(text, 'Shop')).toEqual(
      events({
        GetOptions: { Type: 'Api', Properties: { Path: '/a', Method: 'OPTIONS', RestApiId: named } },
      }),
    );
  });

  it('of an HTTP API is an event of that kind, with the authorizer that it is given', () => {
    const text = behind(
      '        All: {Type: HttpApi, Properties: {Path: /b, Method: any, ApiId: !Ref Other}}\n',
    );
    expect(added(text, 'Other', { Authorizer: 'NONE' })).toEqual(
      events({
        AllOptions: {
          Type: 'HttpApi',
          Properties: {
            Path: '/b',
            Method: 'options',
            ApiId: { Ref: 'Other' },
            Auth: { Authorizer: 'NONE' },
          },
        },
      }),
    );
  });

  it('of an API that SAM makes by itself names none', () => {
    const text = behind('        Get: {Type: Api, Properties: {Path: /a, Method: get}}\n');
    expect(added(text, 'ServerlessRestApi')).toEqual(
      events({ GetOptions: { Type: 'Api', Properties: { Path: '/a', Method: 'options' } } }),
    );
  });

  it('stands once for each path, under a name that is free, and not where one stands already', () => {
    const api = 'RestApiId: !Ref Shop';
    const text = behind(`        Get: {Type: Api, Properties: {Path: /a, Method: get, ${api}}}
        Put: {Type: Api, Properties: {Path: /a, Method: put, ${api}}}
        GetOptions: {Type: Schedule, Properties: {Schedule: rate(1 hour)}}
        Pre: {Type: Api, Properties: {Path: /b, Method: options, ${api}}}
        Post: {Type: Api, Properties: {Path: /b, Method: post, ${api}}}
`);
    expect(added(text, 'Shop')).toEqual(
      events({
        GetOptions2: {
          Type: 'Api',
          Properties: { Path: '/a', Method: 'options', RestApiId: { Ref: 'Shop' } },
        },
      }),
    );
  });
});
