import { visible } from '../../report/index.ts';
import type { TemplateState } from '../../session/index.ts';
import type { PanelModel } from '../model/model.ts';
import { gatewayNames } from '../model/names.ts';
import { broughtViews } from './brought-views.ts';
import { Icon } from './icon.tsx';
import { Prose } from './prose.tsx';
import { scrollRegion } from './scroll-region.ts';

/** The loaded template: its name, what it makes, what it says by itself, and the way to put it away. */
export function TemplateBar({ model }: { readonly model: PanelModel }) {
  const { template } = model.mirror.value.state;
  if (template === null) return null;
  const { name, fault } = template;
  return (
    <section class="template" data-testid="template" aria-label="Template">
      <div class={fault === null ? 'notice plain' : 'notice'}>
        <Icon name={fault === null ? 'template' : 'warning'} tone={fault === null ? 'dim' : 'warn'} />
        <span class="text">
          {fault === null ? (
            <>
              <span class="chip" data-testid="template-name" title={visible(name)}>
                {visible(name)}
              </span>{' '}
              <span class="dim" data-testid="template-apis">
                {apisText(template)}
              </span>
            </>
          ) : (
            <span role="alert" data-testid="template-fault">
              {visible(name)}:{fault.line}:{fault.column}: <Prose text={fault.text} />. The diagnosis goes by
              the wire alone.
            </span>
          )}
        </span>
        <button
          type="button"
          class="tool"
          data-testid="forget-template"
          aria-label={`Remove ${visible(name)}`}
          title="Remove the template"
          onClick={() => model.send({ type: 'forget-template' })}
        >
          <Icon name="close" />
        </button>
      </div>
      <Remarks template={template} />
    </section>
  );
}

function Remarks({ template }: { readonly template: TemplateState }) {
  const { name, findings, warnings } = template;
  const Card = broughtViews.value?.FindingCard ?? null;
  const count = findings.length + warnings.length;
  if (count === 0) return null;
  return (
    <details class="remarks" data-testid="template-findings">
      <summary>
        {count} {count === 1 ? 'remark' : 'remarks'} on the template
      </summary>
      <div class="remarks-list" {...scrollRegion('Remarks on the template')}>
        {Card !== null &&
          findings.map((finding, index) => (
            <Card key={`${finding.rule} ${index}`} finding={finding} template={template} />
          ))}
        {warnings.map(({ line, column, text }, index) => (
          <p key={index} class="warning">
            <span class="header-name">
              {visible(name)}:{line}:{column}
            </span>{' '}
            <Prose text={text} />
          </p>
        ))}
      </div>
    </details>
  );
}

const shownApis = 3;

function apisText({ apis }: TemplateState): string {
  if (apis.length === 0) return 'No API that CORS concerns.';
  const named = apis
    .slice(0, shownApis)
    .map(({ logicalId, kind }) => `${gatewayNames[kind]} ${visible(logicalId)}`);
  return apis.length > shownApis
    ? `${named.join(', ')} and ${apis.length - shownApis} more`
    : named.join(', ');
}
