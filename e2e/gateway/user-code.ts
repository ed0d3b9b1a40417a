/** An emitted handler as a user would finish it: their own work in the place of the sample's. */
import type { GatewayConfiguration, Integration } from '../../src/gateway/index.ts';

type Language = 'nodejs' | 'python';

/** What the sample does, in each language: behind a REST API, and where the gateway adds the headers. */
const samples: Readonly<Record<Language, readonly RegExp[]>> = {
  nodejs: [
    /return json\(200, \{ message: "hello world" \}\);/,
    /return \{\n {4}statusCode: 200,\n[\s\S]*?\n {2}\};/,
  ],
  python: [
    /return json_response\(200, \{"message": "hello world"\}\)/,
    /return \{\n {8}"statusCode": 200,\n[\s\S]*?\n {4}\}/,
  ],
};

/** The emitted text with the scenario's own work in it, without CORS headers or Vary of its own, as its comment asks. */
export function withWork(text: string, language: Language, broken: GatewayConfiguration): string {
  const sample = samples[language].find((each) => each.test(text));
  if (sample === undefined) throw new Error(`no sample in the ${language} handler:\n${text}`);
  return text.replace(sample, () => statementOf(workOf(broken), language));
}

function workOf(broken: GatewayConfiguration): Integration {
  const integrations =
    broken.kind === 'function-url'
      ? [broken.integration]
      : broken.routes.map(({ integration }) => integration);
  const own = integrations.find(({ type }) => type.startsWith('lambda'));
  return own ?? { type: 'lambda', response: { status: 200, headers: [], body: '{}' } };
}

function statementOf(work: Integration, language: Language): string {
  switch (work.type) {
    case 'lambda': {
      const { status, headers, body } = work.response;
      const own = headers.filter(([name]) => !/^(?:access-control-|vary$)/i.test(name));
      return returning({ statusCode: status, headers: Object.fromEntries(own), body }, language);
    }
    case 'lambda-result':
      return returning(work.result, language);
    default:
      return language === 'python' ? 'raise RuntimeError("crash")' : 'throw new Error("crash");';
  }
}

function returning(value: unknown, language: Language): string {
  const json = JSON.stringify(value);
  return language === 'python' ? `return json.loads(${JSON.stringify(json)})` : `return ${json};`;
}
