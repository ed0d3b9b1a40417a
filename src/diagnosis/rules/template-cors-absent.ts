import { links } from '../links.ts';
import type { Rule } from '../rule.ts';
import { blockedScene, errorType, fault, headerEvidence, type Scene, statusEvidence } from '../scene.ts';
import { templateEvidence } from '../template/evidence.ts';
import type { LoadedApi } from '../template/loaded.ts';
import { isKnown, takersOf } from '../template/takers.ts';
import { quote } from '../text.ts';

const settings = { rest: 'Cors', http: 'CorsConfiguration', 'function-url': 'Cors' } as const;

/** The wire as it is where nothing sets CORS up. */
function showsNone(scene: Scene, { api }: LoadedApi): boolean {
  if (api.kind === 'rest')
    return scene.step === 'preflight' && errorType(scene) === 'MissingAuthenticationTokenException';
  return fault(scene) === 'MissingAllowOriginHeader';
}

export const templateCorsAbsent: Rule = {
  id: 'template-cors-absent',
  rank: 93,
  outcomes: ['blocked'],
  needsTemplate: true,
  meta: {
    severity: 'error',
    owner: 'gateway',
    summary:
      'The template sets no CORS for this API: there is no `Cors` and no `CorsConfiguration`, and nothing answers OPTIONS. This tells it from AWS_IAM in front of OPTIONS, which looks the same on the wire.',
    symptom:
      "“No 'Access-Control-Allow-Origin' header”; a REST API answers OPTIONS with 403 “Missing Authentication Token”, an HTTP API with 404.",
    why: 'Browsers ask with OPTIONS first, and API Gateway answers it only where the template says so.',
    fix: 'Set `Cors` on a REST API or function URL, `CorsConfiguration` on an HTTP API, on the resource or in `Globals`.',
    known: 'recorded',
    links: [links.samCors, links.samHttpCors, links.restCors],
    noScenario: 'own-spec',
  },
  find(subject) {
    const { template: loaded } = subject;
    const scene = blockedScene(subject);
    if (loaded === null || scene === null || !showsNone(scene, loaded)) return null;
    const { api } = loaded;
    const { options, actual } = takersOf(subject);
    // A function URL's one route takes OPTIONS as well.
    const answered = api.kind !== 'function-url' && options !== null;
    if (api.corsPlace !== null || api.policy !== null || answered || actual === null) return null;
    const setting = settings[api.kind];
    return {
      title: `The template sets no \`${setting}\` for ${quote(api.logicalId)}`,
      explanation: `The path is in the template, but nothing there answers OPTIONS or allows an origin. Add \`${setting}\` to the API, or to \`Globals\`. An authorizer is not the cause.`,
      confidence: isKnown(loaded, actual) ? 'certain' : 'likely',
      evidence: [
        templateEvidence(loaded.template, api.place, `no ${setting} here or in Globals`),
        statusEvidence(scene),
        ...headerEvidence(scene, 'access-control-allow-origin'),
      ],
      remedies: ['cors-configuration'],
      leaves: [],
    };
  },
};
