import { useId, useRef } from 'react';
import type { Evaluation } from '../../client/index.ts';
import { useWords } from '../language/language.tsx';
import { cnyWords } from './money.ts';
import { hatchOf, Picture, PictureUnit } from './picture.tsx';
import { SavePicture } from './save-picture.tsx';
import { SettlementTable } from './settlement-table.tsx';
import { type Step, stepsOf } from './steps.ts';
import { fitted, textWidth } from './text-width.ts';
import { useWidth } from './use-width.ts';
import { settlementWords } from './words.ts';
import './settlement.css';

/** Of each kind of bar: its colour, and whether it is hatched, so that colour is never the only sign. */
const LOOKS = {
  cost: { fill: '#8c8c8c', hatched: false },
  layer: { fill: '#0958d9', hatched: false },
  beside: { fill: '#237804', hatched: true },
  selfPay: { fill: '#ad4e00', hatched: true },
} as const;

/** The height in pixels of the line that says the unit. */
const UNIT = 18;

/**
 * A settlement from the cost through each layer's payment to what the person bears: a picture, and the table behind it. Of an
 * explained settlement it tells rules, clauses and calculations in the language that was asked for.
 * @param title what is settled, such as the claim's name
 */
export function Waterfall({ settlement, title }: { readonly settlement: Evaluation; readonly title: string }) {
  const words = useWords(settlementWords);
  const picture = useRef<SVGSVGElement>(null);
  return (
    <div className="settlement">
      {settlement.eligible ? null : <p>{words.notEligible}</p>}
      {settlement.paid + settlement.selfPay.total === 0 ? null : (
        <>
          <Steps settlement={settlement} title={title} picture={picture} />
          <SavePicture picture={picture} title={title} />
        </>
      )}
      <SettlementTable settlement={settlement} title={title} />
    </div>
  );
}

/** The picture alone, where a table of several settlements stands beside it. */
export function WaterfallPicture({ settlement, title }: { readonly settlement: Evaluation; readonly title: string }) {
  const picture = useRef<SVGSVGElement>(null);
  return <Steps settlement={settlement} title={title} picture={picture} />;
}

interface StepsOf {
  readonly settlement: Evaluation;
  readonly title: string;
  readonly picture: React.RefObject<SVGSVGElement | null>;
}

function Steps({ settlement, title, picture }: StepsOf) {
  const words = useWords(settlementWords);
  const [box, width] = useWidth<HTMLDivElement>(640);
  const id = useId();
  const steps = stepsOf(settlement);
  const name = ({ kind, layer }: Step) => {
    if (layer === null) return kind === 'cost' ? words.cost : words.selfPay;
    const called = settlement.named?.layers[layer] ?? layer;
    return kind === 'beside' ? words.beside(called) : called;
  };
  const widest = Math.max(...steps.map((step) => textWidth(name(step)))) + 16;
  const narrow = width < widest + 300;
  const height = narrow ? 42 : 28;
  const told = steps.map((step) => words.step(name(step), words.amount(cnyWords(step.amount)))).join(words.listed);
  return (
    <div ref={box}>
      <Picture
        picture={picture}
        id={id}
        title={title}
        told={words.steps(told)}
        width={width}
        height={UNIT + steps.length * height + 4}
      >
        <PictureUnit right={width - 1} y={14} />
        {steps.map((step, index) => (
          <g key={`${step.kind} ${step.layer}`} transform={`translate(0 ${UNIT + index * height})`}>
            <Bar
              step={step}
              name={name(step)}
              hatch={hatchOf(id)}
              scale={scaleOf(steps, width, narrow ? null : widest)}
              last={index === steps.length - 1}
            />
          </g>
        ))}
      </Picture>
    </div>
  );
}

/** Where bars and texts stand, in pixels; `x` of an amount in fen. */
interface Scale {
  readonly x: (fen: number) => number;
  readonly width: number;
  readonly narrow: boolean;
}

/** @param names how wide the names beside the bars are; null where they stand above */
function scaleOf(steps: readonly Step[], width: number, names: number | null): Scale {
  const largest = Math.max(1, ...steps.map(({ to }) => to));
  const narrow = names === null;
  const left = names ?? 0;
  const right = narrow ? width - 1 : width - 110;
  return { x: (fen) => left + (fen / largest) * (right - left), width, narrow };
}

interface BarOf {
  readonly step: Step;
  readonly name: string;
  readonly hatch: string;
  readonly scale: Scale;
  readonly last: boolean;
}

function Bar({ step, name, hatch, scale: { x, width, narrow }, last }: BarOf) {
  const { fill, hatched } = LOOKS[step.kind];
  const start = x(step.from);
  // A fen is seen as well.
  const long = step.amount === 0 ? 0 : Math.max(2, x(step.to) - start);
  const top = narrow ? 22 : 6;
  const sign = step.kind === 'layer' && step.amount > 0 ? '−' : '';
  const amount = sign + cnyWords(step.amount);
  // In a narrow picture names and amounts share a line; whoever needs the whole name has it in the table.
  const called = narrow ? fitted(name, width - textWidth(amount) - 12) : name;
  return (
    <>
      <text x={0} y={narrow ? 15 : 19} fill="#1f1f1f" fontWeight={step.layer === null ? 600 : 400}>
        {called}
      </text>
      <text
        x={width - 1}
        y={narrow ? 15 : 19}
        textAnchor="end"
        fill="#1f1f1f"
        fontWeight={step.layer === null ? 600 : 400}
      >
        {amount}
      </text>
      <line x1={x(0)} x2={x(0)} y1={top - 4} y2={top + (narrow ? 20 : 22)} stroke="#bfbfbf" />
      <rect className={`picture-${step.kind}`} x={start} y={top} width={long} height={16} fill={fill} />
      {hatched ? <rect x={start} y={top} width={long} height={16} fill={hatch} /> : null}
      {step.kind === 'beside' || last ? null : (
        <line
          x1={step.kind === 'cost' ? x(step.to) : start}
          x2={step.kind === 'cost' ? x(step.to) : start}
          y1={top + 16}
          y2={top + (narrow ? 42 : 28)}
          stroke="#8c8c8c"
          strokeDasharray="2 2"
        />
      )}
    </>
  );
}
