import { useSignal } from '@preact/signals';
import type { Why as Words } from '../model/why-work.ts';
import { Prose } from './prose.tsx';

/** What stands in the documentation on a rule, at hand without a network; loaded when it is opened first. */
export function Why({ rule }: { readonly rule: string }) {
  const words = useSignal<Words | null | 'unread'>('unread');
  const read = async (): Promise<void> => {
    if (words.value !== 'unread') return;
    const { whyOf } = await import('../model/why-work.ts');
    words.value = whyOf(rule);
  };
  const told = words.value;
  return (
    <details class="why" data-testid="why" onToggle={() => void read()}>
      <summary>Why this happens</summary>
      {told === null && <p class="dim">No more is known of this cause.</p>}
      {told !== null && told !== 'unread' && <Explained words={told} />}
    </details>
  );
}

function Explained({ words }: { readonly words: Words }) {
  const parts: readonly (readonly [string, string | null])[] = [
    ['What you see', words.symptom],
    ['Why', words.why],
    ['What to change', words.fix],
    ['How it is known', words.known === null ? null : asSentence(words.known)],
  ];
  return (
    <>
      <dl>
        {parts.map(
          ([name, text]) =>
            text !== null && (
              <div key={name}>
                <dt>{name}</dt>
                <dd>
                  <Prose text={text} />
                </dd>
              </div>
            ),
        )}
      </dl>
      <p>
        <Away href={words.section} text="This cause in the documentation" />
        {words.links.map((link) => (
          <Away key={link} href={link} text={link.replace(/^https:\/\/([^/]*).*$/, '$1')} />
        ))}
      </p>
    </>
  );
}

const asSentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

function Away({ href, text }: { readonly href: string; readonly text: string }) {
  return (
    <a href={href} target="_blank" rel="noreferrer" title={href}>
      {text}
    </a>
  );
}
