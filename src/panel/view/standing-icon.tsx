import { type Standing, standingWords } from '../model/standing.ts';
import { Icon, type IconName } from './icon.tsx';

const looks: Readonly<Record<Standing, readonly [IconName, string]>> = {
  blocked: ['cross', 'bad'],
  risky: ['warning', 'warn'],
  allowed: ['check', 'good'],
  'network-error': ['unplugged', 'bad'],
  'not-cors': ['unplugged', 'dim'],
  pending: ['clock', 'dim'],
  unfinished: ['unplugged', 'dim'],
};

/** An assumed verdict has a question mark beside it, here as everywhere. */
export function StandingIcon({
  standing,
  assumed,
}: {
  readonly standing: Standing;
  readonly assumed: boolean;
}) {
  const [name, tone] = looks[standing];
  const words = assumed ? `${standingWords[standing]} (assumed)` : standingWords[standing];
  return (
    <span class="standing" role="img" aria-label={words} title={words}>
      <Icon name={name} tone={tone} />
      {assumed && (
        <span class="assumed-mark" aria-hidden="true">
          ?
        </span>
      )}
    </span>
  );
}
