import { type OriginNearMiss, originNearMiss } from '../../cors/index.ts';
import { links } from '../links.ts';
import type { Rule } from '../rule.ts';
import {
  blockedScene,
  fault,
  header,
  headerEvidence,
  headerOwner,
  headerRemedies,
  requestEvidence,
  type Scene,
  statedOrigin,
  stepName,
} from '../scene.ts';
import { quote } from '../text.ts';
import { allowOriginMultiple } from './allow-origin-multiple.ts';

interface Slip {
  readonly title: string;
  readonly words: string;
}

const slips: Readonly<Record<OriginNearMiss, Slip>> = {
  'trailing-slash': {
    title: 'The allowed origin ends with a slash',
    words: 'An origin has no slash at its end.',
  },
  path: {
    title: 'The allowed origin has a path',
    words: 'An origin ends after the host and port; a path never matches.',
  },
  scheme: { title: 'The allowed origin has another scheme', words: 'http and https are different origins.' },
  port: { title: 'The allowed origin has another port', words: 'Different ports are different origins.' },
  case: {
    title: 'The allowed origin is spelled differently',
    words: 'The comparison is byte for byte: lower case, and no default port.',
  },
  'localhost-127': {
    title: 'localhost and 127.0.0.1 are different origins',
    words: 'Both names lead to this machine, but browsers compare the text.',
  },
  host: {
    title: 'The response allows another origin',
    words: 'The page’s origin is not the one that is allowed.',
  },
};

/** How a page comes to have the origin `null`. */
function nullOrigin(scene: Scene): Slip {
  const redirected = scene.hop > 0 && scene.subject.exchange.origin !== 'null';
  return {
    title: 'The request’s origin is "null"',
    words: redirected
      ? 'A redirect between two other origins makes the browser send Origin: null; call the final URL directly.'
      : 'Pages from files, sandboxed frames and data URLs have the origin null; serve the page over http or https.',
  };
}

function slipOf(scene: Scene, value: string, origin: string | null): Slip {
  if (origin === 'null') return nullOrigin(scene);
  if (value === 'null')
    return {
      title: 'The response allows the origin "null"',
      words: 'null is the origin of files and sandboxed frames, not of this page.',
    };
  if (value.includes('*'))
    return {
      title: 'The allowed origin is a pattern',
      words:
        'Browsers know no patterns: `*` stands alone, or the server answers with the one origin that asked.',
    };
  return slips[(origin === null ? null : originNearMiss(value, origin)) ?? 'host'];
}

export const originMismatch: Rule = {
  id: 'origin-mismatch',
  rank: 420,
  outcomes: ['blocked'],
  meta: {
    severity: 'error',
    owner: 'gateway',
    summary:
      'Access-Control-Allow-Origin names another origin than the page’s. The comparison is byte for byte, so a trailing slash, a path, another scheme, port or case, or localhost instead of 127.0.0.1 is enough.',
    symptom:
      "“The 'Access-Control-Allow-Origin' header has a value … that is not equal to the supplied origin.”",
    why: 'The server allows an origin, but not this one. The browser compares byte for byte.',
    fix: 'Write the page’s origin exactly as the browser sends it in `Origin`.',
    known: 'standard',
    links: [links.corsCheck, links.mdnErrors],
  },
  find(subject) {
    const scene = blockedScene(subject);
    if (scene === null || fault(scene) !== 'AllowOriginMismatch' || allowOriginMultiple.find(subject))
      return null;
    const value = header(scene, 'access-control-allow-origin') ?? scene.parameter ?? '';
    const origin = statedOrigin(scene);
    const slip = slipOf(scene, value, origin);
    const fromNull = origin === 'null';
    const cached = scene.response.fromCache
      ? ' The response came from a cache that kept it for another origin; `Vary: Origin` prevents that.'
      : '';
    return {
      title: slip.title,
      explanation: `The ${stepName(scene)} allows ${quote(value)}, but the request comes from ${origin === null ? 'another origin' : quote(origin)}. ${slip.words}${cached}`,
      owner: fromNull ? 'client' : headerOwner(scene),
      evidence: [
        ...headerEvidence(scene, 'access-control-allow-origin'),
        ...requestEvidence(scene, 'origin'),
      ],
      remedies: fromNull ? ['mend-client'] : headerRemedies(scene),
    };
  },
};
