import { links } from '../links.ts';
import type { Rule } from '../rule.ts';
import { blockedAt, headerEvidence, type Scene, statusEvidence } from '../scene.ts';
import { templateEvidence } from '../template/evidence.ts';
import { isKnown, takersOf } from '../template/takers.ts';
import { quote } from '../text.ts';

/** Answers that no integration gives: there was no such route, or the built-in preflight was at work. */
const isOthers = ({ response: { status } }: Scene) =>
  status === 204 || status === 404 || (status >= 300 && status <= 399);

export const templateOptionsRoute: Rule = {
  id: 'template-options-route',
  rank: 96,
  outcomes: ['blocked'],
  step: 'preflight',
  needsTemplate: true,
  meta: {
    severity: 'error',
    owner: 'gateway',
    summary:
      'A route of the template takes OPTIONS itself: an `options` or `any` event, or `$default`. On a REST API SAM then makes no OPTIONS method of its own; on an HTTP API the route wins over the built-in answer.',
    symptom: 'OPTIONS is answered by the function or refused by its authorizer, although CORS is set up.',
    why: 'What answers preflights by itself steps aside for a route that names OPTIONS or takes every method.',
    fix: 'Give the event its methods one by one, or take its OPTIONS away. Where that cannot be, let the function answer OPTIONS with the CORS headers, and without an authorizer.',
    known: 'translator',
    links: [links.httpCors, links.samCors, 'https://github.com/aws/serverless-application-model/issues/1603'],
    noScenario: 'template-only',
  },
  find(subject) {
    const { template: loaded } = subject;
    const scene = blockedAt(subject, 'preflight');
    if (loaded === null || scene === null || loaded.api.kind === 'function-url') return null;
    const { options } = takersOf(subject);
    if (options?.kind !== 'route' || (loaded.api.kind === 'http' && isOthers(scene))) return null;
    const { route } = options;
    const { status } = scene.response;
    // Unless its authorizer is what answers, the wire must look like its integration's answer.
    const refused = route.authorizer !== 'none' && (status === 401 || status === 403);
    if (!refused && (status === 401 || status === 403)) return null;
    const name = route.path === '$default' ? '`$default`' : quote(`${route.method} ${route.path}`);
    return {
      title: refused
        ? `The authorizer of the route ${name} answers OPTIONS`
        : `The route ${name} takes OPTIONS, so its function answers the preflight`,
      explanation: `${loaded.api.kind === 'http' ? 'An HTTP API answers preflights itself only where no route takes OPTIONS.' : 'SAM adds an OPTIONS method only to paths that have none.'} ${refused ? 'Preflights carry no credentials, so the authorizer refuses them.' : 'What the function returns must then carry the CORS headers.'} Give this event its methods one by one.`,
      confidence: isKnown(loaded, options) ? 'certain' : 'likely',
      evidence: [
        templateEvidence(loaded.template, route.place, 'takes OPTIONS'),
        statusEvidence(scene),
        ...headerEvidence(scene, 'access-control-allow-origin'),
      ],
      remedies: ['explicit-routes', 'cors-configuration'],
      leaves: [],
    };
  },
};
