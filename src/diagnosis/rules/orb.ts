import { headerValue } from '../../cors/index.ts';
import { failureRule } from '../failure.ts';
import { links } from '../links.ts';
import { quote } from '../text.ts';

export const orb = failureRule({
  id: 'orb',
  rank: 34,
  owner: 'client',
  summary:
    'A script, image or media element got an answer of another kind (JSON, HTML) from another origin; opaque response blocking keeps it from the page.',
  symptom: '`net::ERR_BLOCKED_BY_ORB` for a `<script>`, `<img>` or media element.',
  why: 'The element asked for one kind of thing and got another (JSON or HTML); the browser keeps such answers from the page.',
  fix: 'Use `fetch` with CORS for data, and check that the URL serves what the element expects, not an error page.',
  known: 'measured',
  noScenario: 'own-spec',
  links: [links.orb],
  name: (failure) => {
    if (!/BLOCKED_BY_ORB|_ORB\b/.test(failure.error ?? '')) return null;
    const type = headerValue(failure.hop.actual?.response?.headers ?? [], 'content-type');
    return {
      title: `opaque response blocking keeps ${type === null ? 'the answer' : quote(type)} from a ${failure.subject.exchange.resourceType}`,
      explanation:
        'An element loaded data of a kind that it cannot use from another origin without CORS; error pages and JSON end like this. Check the URL and its content type, or fetch it in cors mode.',
    };
  },
});
