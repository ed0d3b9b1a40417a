import { showDemo } from '../model/demo.ts';
import type { PanelModel } from '../model/model.ts';
import { captureFiles, FileButton } from './file-button.tsx';

/** Nothing captured yet: how to begin. */
export function Empty({ model }: { readonly model: PanelModel }) {
  const { recording, capture, siteAccess, inspectable } = model.mirror.value.state;
  const live = capture !== 'none';
  if (live && !inspectable) return <Unsupported model={model} />;
  return (
    <section class="empty" data-testid="empty" tabIndex={-1} aria-label="How to begin">
      <div class="inner">
        <h1>{live && !recording ? 'Recording is off' : 'No cross-origin requests yet'}</h1>
        <ol>
          <li>
            {live
              ? `${recording ? 'Reload' : 'Record, then reload'} the page, or make the call that fails.`
              : 'Import or drop a HAR, saved from any browser’s Network panel, or a JSON report of this extension.'}
          </li>
          <li>Pick a red row: it names the step, the header and who can mend it.</li>
          <li>Copy the fix for your AWS SAM template, or drop template.yaml here to see it as a diff.</li>
        </ol>
        {live && siteAccess === 'withheld' && (
          <p class="warn" data-testid="access-withheld">
            The browser withholds access to sites, so that their requests can’t be listed. Allow access above,
            then reload the page.
          </p>
        )}
        <div class="begin">
          {live && !recording && (
            <button
              type="button"
              class="fill"
              data-testid="start-recording"
              onClick={() => model.send({ type: 'record', on: true })}
            >
              Record
            </button>
          )}
          {live && (
            <button
              type="button"
              class={recording ? 'fill' : 'text'}
              data-testid="reload"
              onClick={() => model.send({ type: 'reload' })}
            >
              Reload page
            </button>
          )}
          {!live && (
            <FileButton
              model={model}
              id="begin-import"
              input="begin-file"
              label="Import…"
              accept={captureFiles}
            />
          )}
          <Demo model={model} />
        </div>
        <ByHandLink model={model} />
        {live && <p class="dim">Requests from before DevTools was opened aren’t here.</p>}
      </div>
    </section>
  );
}

/** Nothing will be captured while the tab shows this page. */
function Unsupported({ model }: { readonly model: PanelModel }) {
  return (
    <section class="empty" data-testid="unsupported" tabIndex={-1} aria-label="How to begin">
      <div class="inner">
        <h1>The browser keeps extensions out of this page</h1>
        <p>
          It does so on its own pages, empty tabs, error pages and the extension store. Open the front end
          that you test in this tab: capture begins by itself.
        </p>
        <div class="begin">
          <Demo model={model} />
        </div>
        <ByHandLink model={model} />
      </div>
    </section>
  );
}

function Demo({ model }: { readonly model: PanelModel }) {
  return (
    <button type="button" class="text" data-testid="show-demo" onClick={() => void showDemo(model)}>
      Show a demo
    </button>
  );
}

function ByHandLink({ model }: { readonly model: PanelModel }) {
  return (
    <p class="else">
      <button
        type="button"
        class="link"
        data-testid="begin-by-hand"
        onClick={() => {
          model.configuring.byHand.value = true;
        }}
      >
        No traffic at hand? Configure CORS by hand.
      </button>
    </p>
  );
}
