import { useId, useRef } from 'react';
import type { Evaluation } from '../../client/index.ts';
import { useWords } from '../language/language.tsx';
import { cnyWords } from './money.ts';
import { hatchOf, Picture, PictureUnit } from './picture.tsx';
import { SavePicture } from './save-picture.tsx';
import { type Step, stepsOf } from './steps.ts';
import { textWidth } from './text-width.ts';
import { useWidth } from './use-width.ts';
import { settlementWords } from './words.ts';
import './settlement.css';

/** Fills of what comes after; what was before is an empty frame, so that colour is never the only sign. */
const FILLS = { cost: '#8c8c8c', layer: '#0958d9', beside: '#237804', selfPay: '#ad4e00' } as const;

/** Heights in pixels: of a row that stays as it was, of one that moves, and of a bar. */
const STAYS = 24;
const MOVES = 42;
const BAR = 14;
const LEGEND = 24;

interface BeforeAfterOf {
  readonly before: Evaluation;
  readonly after: Evaluation;
  /** What the two are called, such as `In force now`. */
  readonly names: { readonly before: string; readonly after: string };
  readonly title: string;
}

/** One step of both; a layer that only one of them has comes to nothing in the other. */
interface Pair {
  readonly before: Step;
  readonly after: Step;
}

/** A claim settled in two ways in one picture, step below step: a frame as it was, a bar as it becomes, two amounts where it moves. */
export function BeforeAfterPicture({ before, after, names, title }: BeforeAfterOf) {
  const words = useWords(settlementWords);
  const picture = useRef<SVGSVGElement>(null);
  const [box, width] = useWidth<HTMLDivElement>(440);
  const id = useId();
  const pairs = pairsOf(stepsOf(before), stepsOf(after));
  if (pairs.every((pair) => pair.before.amount + pair.after.amount === 0)) return null;
  const name = (step: Step) => nameOf(step, after.named?.layers ?? before.named?.layers ?? {}, words);
  const widest = Math.max(...pairs.map((pair) => textWidth(name(pair.after)))) + 12;
  const largest = Math.max(1, ...pairs.flatMap((pair) => [pair.before.to, pair.after.to]));
  const x = (fen: number) => widest + (fen / largest) * (width - 104 - widest);
  const rows = placed(pairs);
  const told = pairs
    .map((pair) =>
      words.step(name(pair.after), words.fromTo(cnyWords(pair.before.amount), cnyWords(pair.after.amount))),
    )
    .join(words.listed);
  const last = rows.at(-1);
  return (
    <div ref={box} className="settlement">
      <Picture
        picture={picture}
        id={id}
        title={title}
        told={words.steps(told)}
        width={width}
        height={(last?.top ?? 0) + (last?.height ?? 0)}
      >
        <Frame x={0} y={4} width={16} />
        <text x={22} y={16} fill="#1f1f1f">
          {names.before}
        </text>
        <rect
          className="picture-layer"
          x={textWidth(names.before) + 40}
          y={4}
          width={16}
          height={12}
          fill={FILLS.layer}
        />
        <text x={textWidth(names.before) + 62} y={16} fill="#1f1f1f">
          {names.after}
        </text>
        <PictureUnit right={width - 1} y={16} />
        {rows.map(({ pair, top, height }) => (
          <g key={`${pair.after.kind} ${pair.after.layer}`} transform={`translate(0 ${top})`}>
            <text x={0} y={height / 2 + 5} fill="#1f1f1f" fontWeight={pair.after.layer === null ? 600 : 400}>
              {name(pair.after)}
            </text>
            <Bars pair={pair} x={x} width={width} hatch={hatchOf(id)} />
          </g>
        ))}
      </Picture>
      <SavePicture picture={picture} title={title} />
    </div>
  );
}

interface BarsOf {
  readonly pair: Pair;
  /** Where an amount in fen stands. */
  readonly x: (fen: number) => number;
  readonly width: number;
  readonly hatch: string;
}

function Bars({ pair: { before, after }, x, width, hatch }: BarsOf) {
  const moves = before.amount !== after.amount;
  const line = moves ? BAR + 4 : 0;
  const long = ({ from, to, amount }: Step) => (amount === 0 ? 0 : Math.max(2, x(to) - x(from)));
  return (
    <>
      <Amount step={moves ? before : after} right={width - 1} y={17} strong={false} />
      {moves ? <Amount step={after} right={width - 1} y={17 + line} strong /> : null}
      <Frame x={x(before.from)} y={5} width={long(before)} />
      <rect
        className={`picture-${after.kind}`}
        x={x(after.from)}
        y={5 + line}
        width={long(after)}
        height={BAR}
        fill={FILLS[after.kind]}
      />
      {after.kind === 'selfPay' || after.kind === 'beside' ? (
        <rect x={x(after.from)} y={5 + line} width={long(after)} height={BAR} fill={hatch} />
      ) : null}
    </>
  );
}

function Amount(of: { readonly step: Step; readonly right: number; readonly y: number; readonly strong: boolean }) {
  const { step, right, y, strong } = of;
  return (
    <text x={right} y={y} textAnchor="end" fill={strong ? '#1f1f1f' : '#595959'} fontWeight={strong ? 600 : 400}>
      {step.kind === 'layer' && step.amount > 0 ? '−' : ''}
      {cnyWords(step.amount)}
    </text>
  );
}

function Frame(place: { readonly x: number; readonly y: number; readonly width: number }) {
  return <rect {...place} height={place.y === 4 ? 12 : BAR} fill="none" stroke="#595959" strokeDasharray="3 2" />;
}

function nameOf(
  { kind, layer }: Step,
  layers: Readonly<Record<string, string>>,
  words: { readonly cost: string; readonly selfPay: string; readonly beside: (layer: string) => string },
): string {
  if (layer === null) return kind === 'cost' ? words.cost : words.selfPay;
  const called = layers[layer] ?? layer;
  return kind === 'beside' ? words.beside(called) : called;
}

/** The steps of both in the order of what comes after, those that only stood before where they stood. */
function pairsOf(before: readonly Step[], after: readonly Step[]): readonly Pair[] {
  const same = (one: Step) => (other: Step) => one.kind === other.kind && one.layer === other.layer;
  const nothing = (step: Step): Step => ({ ...step, amount: 0, to: step.from });
  const pairs = after.map((step): Pair => ({ before: before.find(same(step)) ?? nothing(step), after: step }));
  const gone = before.filter((step) => !after.some(same(step)));
  for (const step of gone) {
    const follows = before.slice(before.indexOf(step) + 1).find((one) => after.some(same(one)));
    const at = follows === undefined ? pairs.length : pairs.findIndex((pair) => same(follows)(pair.after));
    pairs.splice(at, 0, { before: step, after: nothing(step) });
  }
  return pairs;
}

function placed(pairs: readonly Pair[]) {
  let top = LEGEND;
  return pairs.map((pair) => {
    const height = pair.before.amount === pair.after.amount ? STAYS : MOVES;
    const row = { pair, top, height };
    top += height;
    return row;
  });
}
