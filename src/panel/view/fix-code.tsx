import type { Fix } from '../../fix/index.ts';
import { highlight } from '../model/highlight.ts';
import type { PanelModel } from '../model/model.ts';
import { CopyButton } from './copy-button.tsx';
import { scrollRegion } from './scroll-region.ts';

export function FixCode({ model, fix }: { readonly model: PanelModel; readonly fix: Fix }) {
  return (
    <figure class="fix">
      <figcaption>
        <span class="title">{fix.title}</span>
        <CopyButton model={model} text={fix.text} key={fix.text} />
      </figcaption>
      <pre data-testid="fix-text" {...scrollRegion(fix.title)}>
        <code>
          {highlight(fix.text, fix.language).map(({ kind, text }, index) =>
            kind === 'plain' ? (
              text
            ) : (
              <span key={index} class={`token-${kind}`}>
                {text}
              </span>
            ),
          )}
        </code>
      </pre>
    </figure>
  );
}
