import type { Navigation } from '../../session/index.ts';
import { Value } from '../view/value.tsx';
import { timeText } from './columns.ts';

interface NavigationRowProps {
  readonly navigation: Navigation;
  readonly columns: number;
  readonly rowIndex: number;
}

/** The page went elsewhere while the log was kept. */
export function NavigationRow({ navigation, columns, rowIndex }: NavigationRowProps) {
  return (
    <div role="row" class="row navigation" aria-rowindex={rowIndex} data-testid="navigation">
      <div role="gridcell" aria-colspan={columns} class="whole">
        {timeText(navigation.at)} Navigated to <Value text={navigation.url} />
      </div>
    </div>
  );
}
