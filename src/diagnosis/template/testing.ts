import type { SettingFault } from '../../gateway/index.ts';
import { judged, url } from '../testing.ts';
import { loadedApiOf, loadTemplate } from './load.ts';
import type { LoadedApi, LoadedTemplate } from './loaded.ts';

/** Templates for this room's tests, read as users load them. */

/** A template that can be read; its text follows the SAM transform, from line 2 on. */
export function loaded(text: string): LoadedTemplate {
  const load = loadTemplate(`Transform: AWS::Serverless-2016-10-31\n${text}`, 'template.yaml');
  if (!load.ok) throw new Error(`the test's template: ${load.fault.reason} ${load.fault.detail}`);
  return load.loaded;
}

/** The API of that template to which an exchange at the usual URL belongs. */
export function beside(text: string, kind: 'rest' | 'http' | 'function-url', at = url): LoadedApi {
  const found = loadedApiOf(loaded(text), { kind }, judged({ url: at }).exchange);
  if (found === null) throw new Error('the test’s template has no API for this exchange');
  return found;
}

/** The same with one wrong setting more, at line 3. */
export function withFault(one: LoadedApi, fault: Partial<SettingFault>): LoadedApi {
  const own: SettingFault = {
    reason: 'several-origins',
    place: { line: 3, column: 5, start: 45, end: 50 },
    setting: 'Globals.Api.Cors.AllowOrigin',
    value: '',
    effect: 'misread',
    mended: null,
    ...fault,
  };
  return { ...one, api: { ...one.api, faults: [...one.api.faults, own] } };
}

/** A REST API or an HTTP API of one function with the route GET /orders; `globals` goes into its section of `Globals`. */
export function ordersApi(
  kind: 'rest' | 'http',
  globals: readonly string[] = [],
  event: readonly string[] = ['Path: /orders', 'Method: get'],
): string {
  const [section, type] = kind === 'rest' ? ['Api', 'Api'] : ['HttpApi', 'HttpApi'];
  return [
    ...(globals.length === 0 ? [] : ['Globals:', `  ${section}:`, ...globals.map((line) => `    ${line}`)]),
    'Resources:',
    '  Orders:',
    '    Type: AWS::Serverless::Function',
    '    Properties:',
    '      Events:',
    '        Get:',
    `          Type: ${type}`,
    '          Properties:',
    ...event.map((line) => `            ${line}`),
  ].join('\n');
}
