import { failureRule } from '../failure.ts';
import { links } from '../links.ts';

export const mixedContent = failureRule({
  id: 'mixed-content',
  rank: 22,
  owner: 'client',
  summary:
    'A page loaded over https may not call an http URL; the browser blocks the call before it is sent. Only loopback addresses are excepted.',
  symptom: 'The console says “Mixed Content”; nothing is sent.',
  why: 'A page that came over `https:` must not load over `http:`, because anyone on the way could change the answer.',
  fix: 'Call the API over `https:`. For local work, `http://localhost` and `http://127.0.0.1` are excepted.',
  known: 'measured',
  noScenario: 'own-spec',
  links: [links.mixedContent],
  name: (failure) =>
    failure.blockedReason === 'mixed-content' || /mixed.?content/i.test(failure.error ?? '')
      ? {
          title: 'an https page may not call an http URL',
          explanation:
            'The browser blocked the call as mixed content and sent nothing. Call the URL over https; API Gateway, function URLs and CloudFront all serve it.',
        }
      : null,
});
