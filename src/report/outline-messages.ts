import { type Block, heading } from './block.ts';
import type { ReportedExchange, ReportedMessages } from './report.ts';
import { visible } from './visible.ts';

/** The heads of all messages of an exchange, one code block for a request and its response. */
export function outlineMessages({ hops }: ReportedExchange): readonly Block[] {
  const blocks = hops.flatMap((hop) =>
    [hop.preflight, hop.actual].flatMap((messages) => (messages === null ? [] : [heads(messages)])),
  );
  return blocks.length === 0 ? [] : [heading(3, ['Messages']), ...blocks];
}

function heads({ request, response, error }: ReportedMessages): Block {
  const lines = [
    `${request.method} ${request.url}`,
    ...request.headers.map(([name, value]) => `${name}: ${value}`),
    ...(request.headersKnown ? [] : ['(provisional headers: what the network adds is not known)']),
    '',
    ...(response === null
      ? [`(no response${error === null ? '' : `: ${error}`})`]
      : [
          `${response.status}${response.fromCache ? ' (from the HTTP cache)' : ''}`,
          ...response.headers.map(([name, value]) => `${name}: ${value}`),
        ]),
  ];
  return { type: 'code', language: 'text', text: lines.map(visible).join('\n') };
}
