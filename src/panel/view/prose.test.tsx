// @vitest-environment happy-dom
import { render } from 'preact';
import { describe, expect, it } from 'vitest';
import { Prose } from './prose.tsx';

function drawn(text: string): HTMLElement {
  const root = document.createElement('p');
  render(<Prose text={text} />, root);
  return root;
}

describe('Prose', () => {
  it('sets what stands between backticks as code', () => {
    const root = drawn('Set `A: false` under `Auth`.');
    expect([...root.querySelectorAll('code')].map((code) => code.textContent)).toEqual(['A: false', 'Auth']);
    expect(root.textContent).toBe('Set A: false under Auth.');
  });

  it('keeps a backtick without a partner, and markup as text', () => {
    const root = drawn('a ` <img src=x>');
    expect(root.textContent).toBe('a ` <img src=x>');
    expect(root.querySelector('img')).toBeNull();
  });
});
