import type { Fix } from './fix.ts';
import { listCors } from './list-cors.ts';
import type { UrlPlan } from './url-plan.ts';
import { toYaml } from './yaml.ts';

/** SAM's `FunctionUrlConfig` of the function. Not for `Globals`: it would give every function a URL. */
export function urlSnippets({ policy }: UrlPlan): readonly Fix[] {
  if (policy.origins.length === 0) return [];
  const AuthType = authType(policy.headers);
  const Cors = listCors(policy);
  return [
    {
      kind: 'sam',
      target: 'function',
      title: 'The function: FunctionUrlConfig',
      language: 'yaml',
      text: toYaml({
        Resources: {
          MyFunction: {
            Type: 'AWS::Serverless::Function',
            Properties: { FunctionUrlConfig: { AuthType, Cors } },
          },
        },
      }),
    },
  ];
}

/**
 * SAM wants an `AuthType` beside `Cors`. Pages that sign their calls (Signature Version 4) show which it is; a note asks
 * to keep the template's own.
 */
export function authType(headers: readonly string[]): 'AWS_IAM' | 'NONE' {
  return headers.includes('x-amz-date') ? 'AWS_IAM' : 'NONE';
}
