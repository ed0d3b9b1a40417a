import { useEffect } from 'preact/hooks';
import type { Fix } from '../../fix/index.ts';
import { chooseLanguage, loadLanguages } from '../model/handler-language.ts';
import type { PanelModel } from '../model/model.ts';
import { handlerNames } from '../model/names.ts';
import { FixCode } from './fix-code.tsx';
import { Segmented } from './segmented.tsx';

interface HandlerCodeProps {
  readonly model: PanelModel;
  /** The handler as the session wrote it, in Node.js. */
  readonly fix: Fix;
  readonly shape: NonNullable<Fix['handler']>;
}

/** The handler in the language that the user chose. */
export function HandlerCode({ model, fix, shape }: HandlerCodeProps) {
  const asked = model.handlerTarget.value;
  // What was remembered may be of another version.
  const wanted = asked !== null && handlerNames[asked] !== undefined ? asked : fix.target;
  const isThere = wanted === fix.target;
  const write = model.writeHandler.value;
  useEffect(() => {
    if (!isThere) void loadLanguages(model);
  }, [isThere]);
  return (
    <>
      <Segmented
        label="Language of the handler"
        options={Object.entries(handlerNames).map(([key, label]) => ({
          key,
          label,
          testId: `handler-${key}`,
        }))}
        chosen={wanted}
        onChoose={(target) => chooseLanguage(model, target)}
      />
      {isThere && <FixCode model={model} fix={fix} />}
      {!isThere && write && <FixCode model={model} fix={write(shape, wanted)} />}
      {!isThere && !write && <p class="dim">Loading…</p>}
    </>
  );
}
