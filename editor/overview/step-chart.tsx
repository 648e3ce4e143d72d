import { useId } from 'react';
import { useWords } from '../language/language.tsx';
import { textWidth } from '../settlement/text-width.ts';
import { useWidth } from '../settlement/use-width.ts';
import { overviewWords } from './words.ts';

/** A time in which a figure holds. */
export interface Stretch {
  readonly from: string;
  /** The last day; null where it is open. */
  readonly to: string | null;
  /** In words. */
  readonly figure: string;
  /** As the rules write it; only numbers can be drawn. */
  readonly value: unknown;
  /** The county's version; null where the city's figure holds. */
  readonly version: string | null;
}

const HEIGHT = 110;
const DAY = 86_400_000;

/** A figure over time as steps; nothing where it is no single number. The table beside it says the same. */
export function StepChart({ stretches, title }: { readonly stretches: readonly Stretch[]; readonly title: string }) {
  const words = useWords(overviewWords);
  const [box, width] = useWidth<HTMLDivElement>(560);
  const id = useId();
  const steps = stepsOf(stretches, width);
  if (steps === null) return null;
  const told = stretches.map(({ from, figure }) => words.stepped(from, figure)).join(words.listed);
  return (
    <div ref={box}>
      <svg
        className="picture"
        role="img"
        aria-labelledby={`${id}-title ${id}-desc`}
        width={width}
        height={HEIGHT}
        fontSize={12}
      >
        <title id={`${id}-title`}>{title}</title>
        <desc id={`${id}-desc`}>{told}</desc>
        <line x1={0} x2={width} y1={HEIGHT - 20} y2={HEIGHT - 20} stroke="#bfbfbf" />
        {steps.map((step, index) => (
          <DrawnStep key={step.from} step={step} before={steps[index - 1] ?? null} isOnly={steps.length === 1} />
        ))}
      </svg>
    </div>
  );
}

/** A stretch as it is drawn, in pixels. */
interface Step extends Pick<Stretch, 'from' | 'figure' | 'version'> {
  readonly left: number;
  readonly right: number;
  readonly top: number;
}

/** The stretches as they are drawn over a width; null where one of them is no single number. */
function stepsOf(stretches: readonly Stretch[], width: number): readonly Step[] | null {
  const numbers = stretches.map(({ value }) => value);
  if (!numbers.every((value) => typeof value === 'number')) return null;
  const largest = Math.max(...numbers, Number.MIN_VALUE);
  const begin = Date.parse(stretches[0]?.from ?? '');
  const lastFrom = Date.parse(stretches.at(-1)?.from ?? '');
  const to = stretches.at(-1)?.to;
  const end = to ? Date.parse(to) + DAY : lastFrom + 90 * DAY;
  const x = (date: number) => ((date - begin) / (end - begin)) * (width - 2) + 1;
  const y = (value: number) => 24 + (1 - value / largest) * (HEIGHT - 48);
  return stretches.map(({ from, figure, version }, index) => {
    const next = stretches[index + 1];
    return {
      from,
      figure,
      version,
      left: x(Date.parse(from)),
      right: next ? x(Date.parse(next.from)) : width - 1,
      top: y(numbers[index] as number),
    };
  });
}

interface DrawnStepOf {
  readonly step: Step;
  /** The one that it rises or falls from; null of the first. */
  readonly before: Step | null;
  readonly isOnly: boolean;
}

/** A step with its figure and its first day, where there is room for them; dashed where it is the city's. */
function DrawnStep({ step: { from, figure, version, left, right, top }, before, isOnly }: DrawnStepOf) {
  const line = { className: 'picture-figure', stroke: '#0958d9', strokeWidth: 2 };
  return (
    <g>
      {before === null ? null : <line {...line} x1={left} x2={left} y1={before.top} y2={top} />}
      <line {...line} x1={left} x2={right} y1={top} y2={top} strokeDasharray={version === null ? '5 3' : undefined} />
      {textWidth(figure) < right - left || isOnly ? (
        <text x={left + 3} y={top - 6} fill="#1f1f1f">
          {figure}
        </text>
      ) : null}
      {right - left > 76 || isOnly ? (
        <text x={left + 1} y={HEIGHT - 5} fill="#595959">
          {from}
        </text>
      ) : null}
    </g>
  );
}
