import { links } from '../links.ts';
import type { Rule } from '../rule.ts';
import { blockedScene, errorType, type Scene, statusEvidence } from '../scene.ts';
import { templateEvidence } from '../template/evidence.ts';
import type { LoadedApi } from '../template/loaded.ts';
import { takersOf } from '../template/takers.ts';
import { quote } from '../text.ts';

/** How each kind answers what it does not know. */
const isUnknown = (scene: Scene, { api }: LoadedApi) =>
  api.kind === 'rest'
    ? errorType(scene) === 'MissingAuthenticationTokenException'
    : api.kind === 'http' && scene.response.status === 404;

export const templatePathUnknown: Rule = {
  id: 'template-path-unknown',
  rank: 92,
  outcomes: ['blocked'],
  needsTemplate: true,
  meta: {
    severity: 'error',
    owner: 'client',
    summary:
      'The template has no route for the path that was called: the URL is wrong, or the route is missing.',
    symptom: 'A REST API answers 403 “Missing Authentication Token”, an HTTP API 404, and CORS hides it.',
    why: 'API Gateway answers paths that it does not know without CORS headers, so that the browser blames those.',
    fix: 'Compare path and stage of the URL with the template; add the route where it is missing.',
    known: 'recorded',
    links: [links.restCors, links.httpCors],
    noScenario: 'template-only',
  },
  find(subject) {
    const { template: loaded } = subject;
    const scene = blockedScene(subject);
    if (loaded === null || scene === null || !loaded.api.routesKnown || !isUnknown(scene, loaded))
      return null;
    const { options, actual } = takersOf(subject);
    if (options !== null || actual !== null) return null;
    const { api, path, prefix } = loaded;
    return {
      title: `The template has no route for ${quote(`${subject.judgement.needs.method} ${path}`)}`,
      explanation: `None of the routes of ${quote(api.logicalId)} takes this path${prefix === '' ? '' : ` below ${quote(`/${prefix}`)}`}. Check the URL, or add the route; CORS headers would only make the error readable.`,
      confidence: 'likely',
      evidence: [
        templateEvidence(loaded.template, api.place, `${api.routes.length} routes, none for this path`),
        statusEvidence(scene),
      ],
      remedies: ['mend-client'],
      leaves: [],
    };
  },
};
