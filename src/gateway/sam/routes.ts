import { guardOf, type Schemes } from './authorizers.ts';
import { methodOf, type Operation, type PathItem } from './operation.ts';
import type { Security } from './security.ts';
import type { TemplateRoute } from './template-api.ts';

/** The routes of an API's paths, with their security once the API's defaults are applied. */
export function routesOf(
  paths: readonly PathItem[],
  schemes: Schemes,
  securityOf: (operation: Operation) => Security,
): readonly TemplateRoute[] {
  return paths.flatMap(({ path, branches }) =>
    branches.flatMap((branch) =>
      branch.operations.map((operation): TemplateRoute => {
        const { integration, mapping, functionId, payloadFormat, place } = operation;
        return {
          method: methodOf(operation.key),
          path: path === '/$default' ? '$default' : path,
          condition: operation.condition ?? branch.condition,
          ...guardOf(securityOf(operation), schemes),
          integration,
          mapping,
          functionId,
          payloadFormat,
          place,
        };
      }),
    ),
  );
}
