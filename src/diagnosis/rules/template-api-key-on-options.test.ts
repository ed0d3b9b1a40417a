import { expect, test } from 'vitest';
import { ruleCases } from '../rule-cases.testing.ts';
import { beside, ordersApi } from '../template/testing.ts';
import { finding, preflightWithout } from '../testing.ts';
import { templateApiKeyOnOptions } from './template-api-key-on-options.ts';

const cors = 'Cors: "\'*\'"';
const key = beside(ordersApi('rest', [cors, 'Auth:', '  ApiKeyRequired: true']), 'rest');
const none = beside(ordersApi('rest', [cors]), 'rest');
const forbidden = preflightWithout(403, { 'x-amzn-errortype': 'ForbiddenException' });

ruleCases(templateApiKeyOnOptions, {
  found: {
    'the template demands a key': { ...forbidden, template: key },
    'the template demands none: something else refuses': { ...forbidden, template: none },
  },
  nearMisses: {
    'no template': forbidden,
    'another refusal': {
      ...preflightWithout(403, { 'x-amzn-errortype': 'AccessDeniedException' }),
      template: key,
    },
    'nothing of the template takes OPTIONS': { ...forbidden, template: beside(ordersApi('rest'), 'rest') },
  },
});

test('which of the two it is', () => {
  const told = (template: typeof key) => finding('template-api-key-on-options', { ...forbidden, template });
  expect(told(key)).toMatchObject({
    title: expect.stringContaining('demands an API key'),
    confidence: 'certain',
    remedies: ['open-preflight-to-api-key', 'cors-configuration'],
  });
  expect(told(none)).toMatchObject({
    title: expect.stringContaining('No API key is the cause'),
    confidence: 'likely',
    remedies: ['none'],
  });
});
