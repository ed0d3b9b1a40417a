import {
  type Credentials,
  corsCheck,
  type HeaderLine,
  type HeaderLines,
  preflightCheck,
  profiles,
} from '../cors/index.ts';
import { answer, type GatewayConfiguration } from '../gateway/index.ts';

/** A request put to a mended gateway on paper. */
export interface Call {
  readonly origin: string;
  readonly method: string;
  readonly headers: readonly string[];
  readonly credentials: Credentials;
}

export interface Replayed {
  readonly preflightPassed: boolean;
  readonly actualPassed: boolean;
  readonly unverified: boolean;
}

/**
 * Asks the model of a mended gateway for the answers to a preflight and to the actual request, and judges them as the Fetch
 * Standard does. A mended configuration has no wildcards, so browsers and the Standard agree on it.
 */
export function replay(configuration: GatewayConfiguration, path: string, call: Call): Replayed {
  const { origin, method, credentials } = call;
  const asked = answer(configuration, { method: 'OPTIONS', path, headers: preflightLines(call) });
  const answered = answer(configuration, { method, path, headers: [['Origin', origin]] });
  const refusal = preflightCheck(
    {
      origin,
      credentials,
      method,
      unsafeHeaders: call.headers,
      status: asked.status,
      headers: asked.headers,
    },
    profiles.standard,
  );
  return {
    preflightPassed: refusal === null,
    actualPassed: corsCheck({ origin, credentials, headers: answered.headers }) === null,
    unverified: asked.unverified || answered.unverified,
  };
}

function preflightLines({ origin, method, headers }: Call): HeaderLines {
  const lines: HeaderLine[] = [
    ['Origin', origin],
    ['Access-Control-Request-Method', method],
  ];
  if (headers.length > 0) lines.push(['Access-Control-Request-Headers', headers.join(',')]);
  return lines;
}
