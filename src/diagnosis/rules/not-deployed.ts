import { corsCheck, headerValue, preflightCheck } from '../../cors/index.ts';
import { profileOf } from '../../exchange/index.ts';
import type { Evidence } from '../finding.ts';
import { links } from '../links.ts';
import type { Rule } from '../rule.ts';
import { blockedScene, errorType, header, type Scene, statedOrigin } from '../scene.ts';
import { templateEvidence } from '../template/evidence.ts';
import { type Predicted, predicted } from '../template/predicted.ts';
import { setLists } from '../template/settings-of.ts';
import { isKnown, takersOf } from '../template/takers.ts';
import { quote } from '../text.ts';

const compared = {
  'access-control-allow-origin': 'origin',
  'access-control-allow-methods': 'methods',
  'access-control-allow-headers': 'headers',
  'access-control-allow-credentials': null,
} as const;
type Compared = keyof typeof compared;
const comparedNames: readonly Compared[] = [
  'access-control-allow-origin',
  'access-control-allow-methods',
  'access-control-allow-headers',
  'access-control-allow-credentials',
];

/** Whether a browser would let the template's answer pass where it refused the captured one. */
function wouldPass({ answer }: Predicted, scene: Scene): boolean {
  const { exchange, judgement } = scene.subject;
  const origin = statedOrigin(scene);
  if (origin === null) return false;
  const credentials = judgement.inferred.credentials ?? 'same-origin';
  const { headers, status } = answer;
  if (scene.step === 'actual') return corsCheck({ origin, credentials, headers }) === null;
  const { method, headers: unsafeHeaders } = judgement.needs;
  const asked = { origin, credentials, method, unsafeHeaders, status, headers };
  return preflightCheck(asked, profileOf(exchange.browser)) === null;
}

/** Header by header, what was captured and what the template would send: only what differs and is known. */
function differences({ answer, unknown }: Predicted, scene: Scene): readonly Evidence[] {
  const at = { message: `${scene.step}-response`, hop: scene.hop } as const;
  const status: readonly Evidence[] =
    answer.status === scene.response.status || scene.step === 'actual'
      ? []
      : [
          {
            ...at,
            header: ':status',
            value: String(scene.response.status),
            note: `predicted ${answer.status}`,
          },
        ];
  return [
    ...status,
    ...comparedNames.flatMap((name): readonly Evidence[] => {
      const got = header(scene, name);
      const told = headerValue(answer.headers, name);
      if (unknown.includes(name) || got === told) return [];
      const note = told === null ? 'predicted: not sent' : `predicted ${quote(told)}`;
      return [
        { ...at, header: name, ...(got === null ? { note: `not sent; ${note}` } : { value: got, note }) },
      ];
    }),
  ];
}

export const notDeployed: Rule = {
  id: 'not-deployed',
  rank: 98,
  outcomes: ['blocked'],
  needsTemplate: true,
  meta: {
    severity: 'error',
    owner: 'gateway',
    summary:
      'The template is right, but the wire is old: what it would answer passes, and what was captured does not. It has not been deployed, or not to this stage.',
    symptom: 'The CORS error stays after the template was mended.',
    why: 'API Gateway answers as the last deployment told it. SAM deploys the stage anew with every change; the console, CloudFormation and Terraform need a deployment of their own.',
    fix: 'Deploy (`sam build && sam deploy`), to the account, region and stage that the page calls; of an API that SAM did not make, create a new deployment of its stage. A cache before the API may keep the old answer, too.',
    known: 'inferred',
    links: [
      links.restCors,
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-deploy-api.html',
    ],
    noScenario: 'own-spec',
  },
  find(subject) {
    const { template: loaded } = subject;
    const scene = blockedScene(subject);
    if (loaded === null || scene === null || scene.response.fromCache) return null;
    // A deployment that is refused has a cause of its own; a firewall and a wrong stage answer whatever is deployed.
    if (loaded.api.faults.some(({ effect }) => effect === 'refused')) return null;
    if (errorType(scene) === 'ForbiddenException' || scene.response.status >= 429) return null;
    const told = predicted(subject);
    if (told === null || !wouldPass(told, scene)) return null;
    const differing = differences(told, scene);
    if (differing.length === 0) return null;
    const { options, actual } = takersOf(subject);
    const sure =
      told.unknown.length === 0 &&
      !told.answer.unverified &&
      isKnown(loaded, options ?? actual) &&
      subject.gateway.kind !== 'cloudfront';
    const lists = setLists(subject);
    const places = differing.flatMap(({ header: name }) => {
      const listed = comparedNames.find((each) => each === name);
      const own = listed === undefined ? null : compared[listed];
      return own === null || lists === null ? [] : [lists[own]];
    });
    const { api, template } = loaded;
    return {
      title: 'The template is right, but the wire is old: it is not deployed',
      explanation: `What ${quote(api.logicalId)} would answer by the template passes; what was captured does not. Deploy the template to the stage that the page calls, and see that no cache before it keeps the old answer.`,
      confidence: sure ? 'certain' : 'likely',
      unverified: told.answer.unverified,
      evidence: [
        ...differing,
        ...(places.length === 0
          ? [templateEvidence(template, api.corsPlace ?? api.place)]
          : places.map(({ place, setting }) => templateEvidence(template, place, setting))),
      ],
      remedies: ['none'],
      leaves: [],
    };
  },
};
