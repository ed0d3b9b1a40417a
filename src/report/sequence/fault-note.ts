import { headerValue } from '../../cors/index.ts';
import type { ReportedMessages } from '../report.ts';
import type { Pictured } from './pictured.ts';

/** The header that the step broke on with the value that it had, or its absence, in a few words. */
export function faultNote(
  { verdict }: Pictured,
  { headers }: NonNullable<ReportedMessages['response']>,
): string {
  const { code, parameter } = verdict;
  const value = (name: Lowercase<string>): string | null => headerValue(headers, name);
  const acao = value('access-control-allow-origin');
  if (code === 'PreflightDisallowedRedirect') return 'a preflight must not redirect';
  if (acao === null) return 'no access-control-allow-origin';
  if (code === 'MethodDisallowedByPreflightResponse')
    return lacking(
      parameter ?? 'method',
      'access-control-allow-methods',
      value('access-control-allow-methods'),
    );
  if (code === 'HeaderDisallowedByPreflightResponse')
    return lacking(
      parameter ?? 'header',
      'access-control-allow-headers',
      value('access-control-allow-headers'),
    );
  if (code?.endsWith('InvalidAllowCredentials')) {
    const acac = value('access-control-allow-credentials');
    return acac === null
      ? 'no access-control-allow-credentials'
      : `access-control-allow-credentials: ${acac} (not true)`;
  }
  if (code === 'PreflightInvalidStatus') return 'status is not 2xx';
  return `access-control-allow-origin: ${acao}`;
}

function lacking(what: string, header: string, value: string | null): string {
  return value === null ? `${what} not allowed: no ${header}` : `${what} not in ${header}: ${value}`;
}
