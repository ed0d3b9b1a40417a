import { visible } from '../../report/index.ts';
import { standingWords } from '../model/standing.ts';
import { StandingIcon } from '../view/standing-icon.tsx';
import { useRoving } from '../view/use-roving.ts';
import { Value } from '../view/value.tsx';
import type { Cell, RouteRow } from './routes.ts';

interface RouteTableProps {
  readonly routes: readonly RouteRow[];
  readonly onOpen: (exchangeId: string) => void;
}

/** Routes by methods: each call's state is a button that opens the exchange that stands so. */
export function RouteTable({ routes, onOpen }: RouteTableProps) {
  const roving = useRoving<HTMLTableElement>(true);
  const guessed = routes.some(({ path, fromTemplate }) => !fromTemplate && path.includes('{id}'));
  return (
    <div class="routes">
      <table data-testid="routes" {...roving}>
        <thead>
          <tr>
            <th scope="col">Route</th>
            <th scope="col">Calls</th>
          </tr>
        </thead>
        <tbody>
          {routes.map(({ path, cells }) => (
            <tr key={path} data-testid="route" data-path={path}>
              <th scope="row">
                <Value text={path} tone="mono" />
              </th>
              <td>
                {cells.map((cell) => (
                  <MethodButton key={cell.method} cell={cell} path={path} onOpen={onOpen} />
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {guessed && (
        <p class="dim" data-testid="guessed">
          <code>{'{id}'}</code> is guessed from the values in the paths; a loaded template names its routes.
        </p>
      )}
    </div>
  );
}

interface MethodButtonProps {
  readonly cell: Cell;
  readonly path: string;
  readonly onOpen: (exchangeId: string) => void;
}

function MethodButton({ cell, path, onOpen }: MethodButtonProps) {
  const { method, count, standings, standing, exchangeId } = cell;
  const words = [...standings]
    .map(([each, many]) => `${many} × ${standingWords[each].toLowerCase()}`)
    .join(', ');
  return (
    <button
      type="button"
      class={`method-cell ${standing}`}
      data-testid="method-cell"
      data-standing={standing}
      title={`${visible(method)} ${visible(path)}: ${words}`}
      onClick={() => onOpen(exchangeId)}
    >
      <StandingIcon standing={standing} assumed={false} />
      <Value text={method} />
      {count > 1 && <span class="dim"> ×{count}</span>}
    </button>
  );
}
