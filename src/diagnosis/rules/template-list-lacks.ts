import { isSafelistedMethod } from '../../cors/index.ts';
import { links } from '../links.ts';
import type { Rule, Subject } from '../rule.ts';
import { blockedScene, fault, header, headerEvidence, isOk, type Scene, statedOrigin } from '../scene.ts';
import { templateEvidence } from '../template/evidence.ts';
import { type ListName, type SetList, setLists } from '../template/settings-of.ts';
import { isKnown, takersOf } from '../template/takers.ts';
import { list, quotedList } from '../text.ts';

const wire = {
  origin: 'access-control-allow-origin',
  methods: 'access-control-allow-methods',
  headers: 'access-control-allow-headers',
} as const;
const listNames: readonly ListName[] = ['origin', 'methods', 'headers'];

interface Lack {
  readonly name: ListName;
  readonly list: SetList;
  readonly missing: readonly string[];
}

/** What the request needs and this list does not hold. */
function missingIn(name: ListName, { items }: SetList, scene: Scene): readonly string[] {
  const { needs, inferred } = scene.subject.judgement;
  const has = (wanted: string) => items?.some((item) => item.toLowerCase() === wanted.toLowerCase()) === true;
  const any = items?.includes('*') === true && (name === 'origin' || inferred.credentials !== 'include');
  if (name === 'origin') {
    const origin = statedOrigin(scene);
    if (origin === null || any || items?.includes(origin) === true) return [];
    return has(`${origin.split('://')[0]}://*`) ? [] : [origin];
  }
  if (scene.step === 'actual') return [];
  if (name === 'methods')
    return any || isSafelistedMethod(needs.method) || has(needs.method) ? [] : [needs.method];
  return needs.headers.filter((header) => !has(header) && (!any || header === 'authorization'));
}

/** A REST API sends the template's own text: it must be what was captured, or another deployment answered. */
const isOnTheWire = (scene: Scene, { name, list: { items } }: Lack, isRest: boolean) =>
  !isRest ||
  (header(scene, wire[name])
    ?.split(',')
    .map((item) => item.trim())
    .join() ?? null) === (items?.join() ?? null);

function lacksOf(subject: Subject, scene: Scene): readonly Lack[] {
  const lists = setLists(subject);
  const isRest = subject.template?.api.kind === 'rest';
  if (lists === null || (isRest && scene.step === 'actual')) return [];
  return listNames
    .map((name) => ({ name, list: lists[name], missing: missingIn(name, lists[name], scene) }))
    .filter((lack) => lack.missing.length > 0 && isOnTheWire(scene, lack, isRest));
}

export const templateListLacks: Rule = {
  id: 'template-list-lacks',
  rank: 97,
  outcomes: ['blocked'],
  needsTemplate: true,
  meta: {
    severity: 'error',
    owner: 'gateway',
    summary:
      'The template’s own list lacks the origin, method or header that the request needs. An HTTP API refuses all three with the same bytes; only the template tells which it was.',
    symptom:
      'The preflight is answered 204 without any CORS header (HTTP API), or the browser names a method or header that is not allowed.',
    why: 'The front door compares the request with the lists of the template, and what stands on none of them is not allowed.',
    fix: 'Add what is missing to the list at the line named.',
    known: 'reported',
    links: [links.httpCors, links.samHttpCors, links.samCors],
    noScenario: 'template-only',
  },
  find(subject) {
    const { template: loaded } = subject;
    const scene = blockedScene(subject);
    if (loaded === null || scene === null || !isOk(scene.response.status)) return null;
    // Only a built-in answer is made from the lists.
    if (loaded.api.kind === 'http' && scene.step === 'preflight' && takersOf(subject).options !== null)
      return null;
    if (!/^(MissingAllowOrigin|AllowOriginMismatch|Method|Header)/.test(fault(scene))) return null;
    const lacks = lacksOf(subject, scene);
    if (lacks.length === 0) return null;
    const unknown = lacks.some(({ list: { items } }) => items?.some((item) => item.includes('${')));
    const settings = lacks.map(({ list: { setting } }) => `\`${setting}\``);
    return {
      title: `${list(settings)} of the template ${lacks.length === 1 ? 'lacks' : 'lack'} ${quotedList(lacks.flatMap(({ missing }) => missing))}`,
      explanation: `${loaded.api.kind === 'http' ? 'An HTTP API leaves out all CORS headers where one of the three lists does not fit. ' : ''}Add what is missing at the line named, and deploy.`,
      confidence: !unknown && isKnown(loaded) ? 'certain' : 'likely',
      unverified: loaded.api.kind === 'http' && lacks.every(({ name }) => name !== 'origin'),
      evidence: [
        ...lacks.map(({ list: { place, setting }, missing }) =>
          templateEvidence(loaded.template, place, `${setting} lacks ${quotedList(missing)}`),
        ),
        ...headerEvidence(scene, ...lacks.map(({ name }) => wire[name])),
      ],
      remedies: ['cors-configuration'],
      leaves: [],
    };
  },
};
