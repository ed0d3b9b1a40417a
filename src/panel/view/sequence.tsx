import type { GatewayKind } from '../../gateway/index.ts';
import { visible } from '../../report/index.ts';
import { gatewayNames } from '../model/names.ts';
import { type Arrow, type Lanes, layOutSequence } from '../model/sequence-layout.ts';
import { type Step, stepNames } from '../model/steps.ts';
import { useWidth } from './use-width.ts';

interface SequenceProps {
  readonly steps: readonly Step[];
  readonly gateway: GatewayKind;
}

const defaultWidth = 640;
const maxWidth = 760;
/** Half of a lane's head where its neighbours leave room. */
const widestHead = 42;
const stateWords = {
  done: '',
  failed: 'failed',
  ghost: 'never happened',
  told: 'from cache',
  waiting: 'not yet',
};

/** The six steps of the CORS flow between Page, Browser, Gateway and Integration. */
export function Sequence({ steps, gateway }: SequenceProps) {
  const [holder, measured] = useWidth<HTMLDivElement>(defaultWidth);
  const { width, height, lanes, arrows } = layOutSequence(
    shown(steps),
    Math.min(maxWidth, measured),
    gateway !== 'other',
  );
  const heads: readonly (readonly [string, number])[] = [
    ['Page', lanes.page],
    ['Browser', lanes.browser],
    [gatewayNames[gateway], lanes.gateway],
    ...(lanes.integration === null ? [] : [['Integration', lanes.integration] as const]),
  ];
  const half = Math.min(widestHead, (lanes.browser - lanes.page) / 2 - 3);
  return (
    <div class="sequence" ref={holder} data-testid="sequence">
      <svg
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={told(steps)}
      >
        {heads.map(([name, x]) => (
          <Lane key={name} x={x} name={name} half={half} height={height} />
        ))}
        {arrows.map((arrow) => (
          <StepArrow key={arrow.step.number} arrow={arrow} lanes={lanes} />
        ))}
      </svg>
    </div>
  );
}

/** Untrusted notes become visible before they are measured, so that escapes count. */
function shown(steps: readonly Step[]): readonly Step[] {
  return steps.map((step) => ({
    ...step,
    label: visible(step.label),
    note: step.note === null ? null : visible(step.note),
  }));
}

function told(steps: readonly Step[]): string {
  return steps
    .map(({ number, state, label, note }) =>
      [`Step ${number}, ${stepNames[number]}: ${label}`, note, stateWords[state]].filter(Boolean).join(', '),
    )
    .join('. ');
}

interface LaneProps {
  readonly x: number;
  readonly name: string;
  /** Half the width of the head. */
  readonly half: number;
  readonly height: number;
}

function Lane({ half, ...props }: LaneProps) {
  return (
    <g class="lane">
      <line x1={props.x} y1={22} x2={props.x} y2={props.height} />
      <rect x={props.x - half} y={1} width={half * 2} height={20} rx={4} />
      <text x={props.x} y={15} text-anchor="middle">
        {props.name}
      </text>
    </g>
  );
}

function StepArrow({ arrow, lanes }: { readonly arrow: Arrow; readonly lanes: Lanes }) {
  const { step, from, to, y, textX, label, note, labelY } = arrow;
  return (
    <g class={`step ${step.state}`} data-step={step.number} data-state={step.state}>
      <title>{[step.label, step.note].filter(Boolean).join('\n')}</title>
      {label.map((line, index) => (
        <text key={index} x={textX} y={labelY + index * 13}>
          {line}
        </text>
      ))}
      <path d={arrowPath(from, to, y)} />
      {step.reachesIntegration && lanes.integration !== null && (
        <path
          class="beyond"
          d={
            step.number === 4
              ? arrowPath(lanes.gateway, lanes.integration, y)
              : arrowPath(lanes.integration, lanes.gateway, y)
          }
        />
      )}
      {step.state === 'failed' && step.number !== 6 && <Cross x={(from + to) / 2} y={y} />}
      {note.map((line, index) => (
        <text key={index} class="wire" x={textX} y={y + 13 + index * 13}>
          {line}
        </text>
      ))}
    </g>
  );
}

function arrowPath(from: number, to: number, y: number): string {
  const head = to > from ? -6 : 6;
  return `M${from} ${y}H${to}m${head} -4 ${-head} 4 ${head} 4`;
}

/** Failure is told by shape too, not by colour alone. */
function Cross({ x, y }: { readonly x: number; readonly y: number }) {
  return <path class="cross" d={`M${x - 4} ${y - 4}l8 8m0 -8l-8 8`} />;
}
