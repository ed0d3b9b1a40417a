import { type SettingFault, webSocketApis, webSocketFact } from '../../gateway/index.ts';
import type { Finding } from '../finding.ts';
import { quote } from '../text.ts';
import { templateEvidence } from './evidence.ts';
import type { LoadedTemplate } from './loaded.ts';
import { settingText } from './setting-text.ts';
import { settingWords } from './words/common-words.ts';

/** Findings that are shown; a generated template may have thousands. */
const most = 200;
const order = { refused: 0, misread: 1, ignored: 2 } as const;

/**
 * What a template says by itself, whatever was captured: settings that fail, are ignored or mean something else, those that
 * end the deployment first; then WebSocket APIs, which CORS does not concern. At most 200.
 */
export function diagnoseTemplate(loaded: LoadedTemplate): readonly Finding[] {
  const settings = faultsOnce(loaded)
    .sort((a, b) => order[a.effect] - order[b.effect] || a.place.start - b.place.start)
    .map((fault) => settingFinding(loaded, fault));
  const sockets = webSocketApis(loaded.template).map(({ logicalId }) => socketFinding(loaded, logicalId));
  return [...settings, ...sockets].slice(0, most);
}

/** A setting of `Globals` is every API's; it is told once. */
function faultsOnce({ apis }: LoadedTemplate): SettingFault[] {
  const faults = new Map<string, SettingFault>();
  for (const api of apis)
    for (const fault of api.faults)
      faults.set(`${fault.reason} ${fault.place.start} ${fault.setting}`, fault);
  return [...faults.values()];
}

function settingFinding({ template }: LoadedTemplate, fault: SettingFault): Finding {
  const { known, remedies } = settingWords[fault.reason];
  return {
    rule: `template-${fault.reason}`,
    severity: 'warning',
    owner: 'gateway',
    ...settingText(fault),
    confidence: 'certain',
    unverified: known === 'reported' && fault.reason !== 'several-origins',
    causedBy: null,
    evidence: [templateEvidence(template, fault.place, fault.setting)],
    remedies,
  };
}

function socketFinding({ template }: LoadedTemplate, logicalId: string): Finding {
  const place = template.resources.get(logicalId)?.place;
  return {
    rule: 'template-websocket-api',
    severity: 'info',
    owner: 'handler',
    title: `The WebSocket API ${quote(logicalId)} is outside CORS`,
    explanation: `${webSocketFact.outside} ${webSocketFact.protection}`,
    confidence: 'certain',
    unverified: false,
    causedBy: null,
    evidence: place === undefined ? [] : [templateEvidence(template, place)],
    remedies: ['none'],
  };
}
