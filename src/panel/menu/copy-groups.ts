import type { Diagnosed } from '../../diagnosis/index.ts';
import type { CopyForm } from '../../report/index.ts';
import { copyExchanges, copyHar } from '../model/copying.ts';
import type { PanelModel } from '../model/model.ts';
import type { MenuGroup, MenuItem } from './entry.ts';

const labels: readonly (readonly [CopyForm, string])[] = [
  ['url', 'Copy URL'],
  ['curl-bash', 'Copy as cURL (bash)'],
  ['curl-cmd', 'Copy as cURL (cmd)'],
  ['preflight-curl-bash', 'Copy preflight as cURL (bash)'],
  ['preflight-curl-cmd', 'Copy preflight as cURL (cmd)'],
  ['fetch', 'Copy as fetch'],
  ['findings-markdown', 'Copy findings as Markdown'],
  ['cause-link', 'Copy link to the cause'],
];

const listedLabels: readonly (readonly [CopyForm, string])[] = [
  ['url', 'Copy all URLs'],
  ['curl-bash', 'Copy all as cURL (bash)'],
  ['curl-cmd', 'Copy all as cURL (cmd)'],
  ['fetch', 'Copy all as fetch'],
  ['findings-markdown', 'Copy all findings as Markdown'],
];

/** What an exchange, and the list as it is filtered, can be copied as. */
export function copyGroups(model: PanelModel, diagnosed: Diagnosed): readonly MenuGroup[] {
  const listed = model.shown.value;
  const count = listed.length.toLocaleString('en');
  const whole = listed.length === model.all.value.length;
  const unredacted = model.copying.unredacted.value;
  return [
    {
      heading: null,
      entries: labels
        .filter(([form]) => isOffered(diagnosed, form))
        .map(([form, label]) => item(model, [diagnosed], form, label, 'copy')),
    },
    {
      heading: listed.length === 1 ? 'All that is listed' : `${whole ? 'All' : 'The'} ${count} listed`,
      entries: [
        ...listedLabels.map(([form, label]) => item(model, listed, form, label, 'copy-listed')),
        { type: 'item', id: 'copy-listed-har', label: 'Copy all as HAR', run: () => void copyHar(model) },
      ],
    },
    {
      heading: 'Credentials',
      entries: [
        {
          type: 'check',
          id: 'copy-unredacted',
          label: 'Include credentials and tokens',
          checked: unredacted,
          toggle: () => {
            model.copying.unredacted.value = !unredacted;
          },
        },
      ],
      note: unredacted
        ? { text: 'Whoever gets the copy can use what is in it.', warns: true }
        : { text: 'Replaced by REDACTED in every copy.', warns: false },
    },
  ];
}

function item(
  model: PanelModel,
  exchanges: readonly Diagnosed[],
  form: CopyForm,
  label: string,
  prefix: string,
): MenuItem {
  return {
    type: 'item',
    id: `${prefix}-${form}`,
    label,
    run: () => void copyExchanges(model, exchanges, form, label.replace(/^Copy /, '')),
  };
}

function isOffered({ exchange, findings }: Diagnosed, form: CopyForm): boolean {
  switch (form) {
    case 'preflight-curl-bash':
    case 'preflight-curl-cmd':
      return exchange.hops.some((hop) => hop.preflight !== null);
    case 'findings-markdown':
    case 'cause-link':
      return findings.length > 0;
    default:
      return true;
  }
}
