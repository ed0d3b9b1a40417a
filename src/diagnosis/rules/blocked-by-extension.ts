import { failureRule } from '../failure.ts';
import { links } from '../links.ts';

export const blockedByExtension = failureRule({
  id: 'blocked-by-extension',
  rank: 26,
  owner: 'client',
  summary:
    'An extension (an ad or tracker blocker), a browser policy or DevTools’ own request blocking stopped the call.',
  symptom: '`net::ERR_BLOCKED_BY_CLIENT`; in another profile or a private window the same call works.',
  why: 'An extension, a policy of the browser or DevTools’ own request blocking stopped the call before it was sent.',
  fix: 'Make an exception for the URL there. Names such as `/ads` or `/track` in an API’s path provoke blockers: rename them if users meet this too.',
  known: 'measured',
  noScenario: 'own-spec',
  links: [links.mdnFetchErrors],
  name: (failure) => {
    const error = failure.error ?? '';
    const inspector = failure.blockedReason === 'inspector';
    if (
      !inspector &&
      failure.blockedReason !== 'subresource-filter' &&
      !/BLOCKED_BY_(?:CLIENT|ADMINISTRATOR)|^NS_ERROR_ABORT$/.test(error)
    )
      return null;
    const policy = error.includes('ADMINISTRATOR');
    return {
      title: inspector
        ? 'DevTools’ request blocking stopped the call'
        : policy
          ? 'a browser policy stopped the call'
          : 'an extension stopped the call',
      explanation: inspector
        ? 'A pattern in DevTools’ “Network request blocking” matches the URL. Remove it there.'
        : policy
          ? 'The machine’s administrator forbids this URL. Ask them, or use another host.'
          : 'Usually an ad or tracker blocker whose list matches the URL; DevTools’ “Network request blocking” ends like this too. Switch it off for this page, or choose a path without words such as “ads” or “track”.',
    };
  },
});
