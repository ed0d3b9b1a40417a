import { remembered } from '../cors/index.ts';
import { type HeaderTool, headerTools } from './header-tools.ts';
import { quotedList } from './text.ts';

/** Headers with the tools that may have added them. */
export interface Traced {
  readonly names: readonly string[];
  readonly tools: readonly HeaderTool[];
}

const matches = (pattern: string, name: string): boolean =>
  pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern;

const has = (patterns: readonly string[], name: string): boolean =>
  patterns.some((pattern) => matches(pattern, name));

/** Of one header: the tools that it belongs to, and those that know it besides. */
interface Naming {
  readonly owners: readonly HeaderTool[];
  readonly knowing: readonly HeaderTool[];
}

const toolsNaming: (lower: string) => Naming = remembered((lower) => ({
  owners: headerTools.filter(({ own }) => has(own, lower)),
  knowing: headerTools.filter(({ also }) => has(also, lower)),
}));

/**
 * Finds the tools that may have added a header, given all headers that the request asked for: the one that it belongs
 * to; else those that sent a header of their own beside it; else, of tracing headers, all that know it. None for others.
 */
export function toolFinder(asked: readonly string[]): (name: string) => readonly HeaderTool[] {
  // Once for the request, so that the work grows with the headers and not with their square.
  const names = asked.map((name) => name.toLowerCase());
  const beside = new Map<HeaderTool, boolean>();
  const sends = (tool: HeaderTool): boolean => {
    const known = beside.get(tool) ?? names.some((name) => has(tool.own, name));
    beside.set(tool, known);
    return known;
  };
  return (name) => {
    const { owners, knowing } = toolsNaming(name.toLowerCase());
    if (owners.length > 0) return owners;
    const present = knowing.filter(sends);
    return present.length > 0 ? present : knowing.filter(({ family }) => family === 'tracing');
  };
}

/** The headers that tools add, those of the same tools together; the others are left out. */
export function traced(names: readonly string[], asked: readonly string[]): readonly Traced[] {
  const toolsOf = toolFinder(asked);
  const groups = new Map<string, { names: string[]; tools: readonly HeaderTool[] }>();
  for (const name of names) {
    const tools = toolsOf(name);
    if (tools.length === 0) continue;
    const key = tools.map(({ by }) => by).join('\n');
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { names: [name], tools });
    else group.names.push(name);
  }
  return [...groups.values()];
}

/** The whole table of a family in one sentence, for readers who look their tool up. */
export function allAdvice(family: HeaderTool['family']): string {
  const own = headerTools.filter((tool) => tool.family === family);
  return `${own.map(({ by, own: names, advice }) => `${by} (${names.map((name) => `\`${name}\``).join(', ')}): ${advice}`).join('; ')}.`;
}

/** One sentence for each group: who adds the headers, and what to change there. */
export function sourcesTold(groups: readonly Traced[]): string {
  return groups.map(told).join(' ');
}

function told({ names, tools }: Traced): string {
  const [only, ...others] = tools;
  if (only === undefined) return '';
  // A name proves nothing: anyone may send it.
  const added = `${quotedList(names)} ${names.length === 1 ? 'is' : 'are'} usually added by`;
  if (others.length === 0) return `${added} ${only.by}: ${only.advice}.`;
  return `${added} one of these tools. ${tools.map(({ by, advice }) => `${by}: ${advice}`).join('; ')}.`;
}
