import type { Credentials } from '../../cors/index.ts';
import type { ManualSettings } from '../../exchange/index.ts';
import type { ViewProps } from './view-props.ts';

const modes: readonly Credentials[] = ['include', 'same-origin', 'omit'];

function withCredentials(settings: ManualSettings, choice: string): ManualSettings {
  const { credentials: _, ...others } = settings;
  const credentials = modes.find((mode) => mode === choice);
  return credentials === undefined ? others : { ...others, credentials };
}

/** What was assumed because the wire does not carry it, what else fits, and the choice by hand. */
export function Assumption({ model, diagnosed }: ViewProps) {
  const { exchange, judgement, settings } = diagnosed;
  const { verdict, inferred } = judgement;
  const byHand = settings.credentials !== undefined;
  if (verdict.basis === 'certain' && !byHand) return null;
  const { alternatives } = verdict;
  return (
    <div class="assumption" data-testid="assumption">
      <label>
        {byHand ? 'Set by hand: ' : 'Assumed: '}
        credentials mode{' '}
        <select
          data-testid="credentials"
          value={settings.credentials ?? ''}
          onChange={(event) =>
            model.send({
              type: 'settings',
              exchangeId: exchange.id,
              settings: withCredentials(settings, event.currentTarget.value),
            })
          }
        >
          <option value="">
            {byHand ? 'as the capture suggests' : (inferred.credentials ?? 'not include')}
          </option>
          {modes.map((mode) => (
            <option key={mode} value={mode}>
              {mode}
            </option>
          ))}
        </select>
      </label>
      {verdict.basis === 'assumed' && (
        <span class="dim">
          The capture does not carry it.
          {alternatives.length > 0 && (
            <>
              {' '}
              With another one the verdict would be <span class="mono">{alternatives.join(', ')}</span>.
            </>
          )}
        </span>
      )}
    </div>
  );
}
