import type { Policy } from '../gateway/index.ts';
import type { FixKind } from './api-view.ts';
import type { Fix } from './fix.ts';
import { listCors } from './list-cors.ts';
import { asciiJson, shellWord } from './shell.ts';
import { urlPlan } from './url-plan.ts';

/**
 * The policy as one command of AWS's own command line, for a POSIX shell. None for a REST API, which has no such
 * setting. `base` (where the API was captured) gives the id and the region where its host names them.
 */
export function awsCommands(kind: FixKind, policy: Policy, base: string): readonly Fix[] {
  switch (kind) {
    case 'rest':
      return [];
    case 'http': {
      const [, id, region] =
        /^https:\/\/([a-z0-9]+)\.execute-api\.([a-z0-9-]+)\.amazonaws\.com/.exec(base) ?? [];
      return [
        command('aws apigatewayv2 update-api', [
          ...(region === undefined ? [] : [['region', region] as const]),
          ['api-id', id ?? 'API_ID'],
          ['cors-configuration', asciiJson(listCors(policy))],
        ]),
      ];
    }
    case 'function-url': {
      const region = /^https:\/\/[a-z0-9]+\.lambda-url\.([a-z0-9-]+)\.on\.aws/.exec(base)?.[1];
      const said = urlPlan(policy).policy;
      if (said.origins.length === 0) return [];
      return [
        command('aws lambda update-function-url-config', [
          ...(region === undefined ? [] : [['region', region] as const]),
          ['function-name', 'FUNCTION_NAME'],
          ['cors', asciiJson(listCors(said))],
        ]),
      ];
    }
  }
}

function command(name: string, options: readonly (readonly [string, string])[]): Fix {
  return {
    kind: 'note',
    target: 'aws-cli',
    title: `Without a template: ${name}`,
    language: 'shell',
    text: `${[name, ...options.map(([option, value]) => `  --${option} ${shellWord(value)}`)].join(' \\\n')}\n`,
  };
}
