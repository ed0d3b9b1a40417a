import { failureRule, targetOf } from '../failure.ts';
import { links } from '../links.ts';

export const unsafePort = failureRule({
  id: 'unsafe-port',
  rank: 46,
  owner: 'client',
  summary: 'Browsers refuse ports of other protocols (mail, X11, IRC and more), whatever listens there.',
  symptom: '`net::ERR_UNSAFE_PORT` without any request.',
  why: 'Browsers refuse ports that belong to other protocols, so that pages cannot talk to mail servers and the like.',
  fix: 'Let the server listen on another port, such as 3000 or 8080.',
  known: 'standard',
  noScenario: 'own-spec',
  links: [links.portBlocking],
  name: (failure) =>
    /UNSAFE_PORT|PORT_ACCESS_NOT_ALLOWED/.test(failure.error ?? '')
      ? {
          title: `browsers refuse port ${targetOf(failure)?.port ?? ''}`,
          explanation:
            'The port belongs to a protocol other than HTTP, and browsers never call it. Let the server listen on another one, such as 3000 or 8080.',
        }
      : null,
});
