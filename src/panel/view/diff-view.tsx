import { visible } from '../../report/index.ts';
import { scrollRegion } from './scroll-region.ts';

const kinds: Readonly<Record<string, string>> = { '+': 'added', '-': 'removed', '@': 'hunk' };

/** A unified diff, a line at a time. */
export function DiffView({ diff }: { readonly diff: string }) {
  const lines = diff.replace(/\n$/, '').split('\n').slice(2);
  return (
    <pre class="diff" data-testid="template-diff" {...scrollRegion('Change to the template')}>
      <code>
        {lines.map((line, index) => (
          <span key={index} class={kinds[line.charAt(0)] ?? 'same'}>
            {visible(line.replace(/\r$/, ''))}
            {'\n'}
          </span>
        ))}
      </code>
    </pre>
  );
}
