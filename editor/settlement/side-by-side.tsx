import { type RefObject, useId, useRef } from 'react';
import type { Evaluation } from '../../client/index.ts';
import { useWords } from '../language/language.tsx';
import { cnyWords, fenOf } from './money.ts';
import { hatchOf, Picture, PictureUnit } from './picture.tsx';
import { SavePicture } from './save-picture.tsx';
import { type SidesOf, SideTable } from './side-table.tsx';
import { layerNames, type Side } from './sides.ts';
import { stepsOf } from './steps.ts';
import { textWidth } from './text-width.ts';
import { useWidth } from './use-width.ts';
import { settlementWords } from './words.ts';
import './settlement.css';

/** Colours of layers in paying order, each beside one that differs in lightness; begun anew where there are more. */
const SHADES = ['#0958d9', '#69b1ff', '#13a8a8', '#87e8de', '#531dab', '#b37feb'];
const SELF_PAY = '#ad4e00';
const BESIDE = '#237804';

/**
 * The same claim settled in several ways: a bar for each, made of what each layer pays and what the person bears, and the table
 * behind it, each held against the first.
 */
export function SideBySide({ sides, against, title }: SidesOf) {
  const picture = useRef<SVGSVGElement>(null);
  return (
    <div className="settlement">
      <Bars sides={sides} title={title} picture={picture} />
      <SavePicture picture={picture} title={title} />
      <SideTable sides={sides} against={against} title={title} />
    </div>
  );
}

interface BarsOf {
  readonly sides: readonly Side[];
  readonly title: string;
  readonly picture: RefObject<SVGSVGElement | null>;
}

function Bars({ sides, title, picture }: BarsOf) {
  const words = useWords(settlementWords);
  const [box, width] = useWidth<HTMLDivElement>(640);
  const id = useId();
  const widest = Math.max(...sides.map(({ name }) => textWidth(name))) + 16;
  const narrow = width < widest + 340;
  const left = narrow ? 0 : widest;
  const right = narrow ? width : width - 120;
  const bars = sides.map((side) => ({ side, parts: partsOf(side.settlement) }));
  const largest = Math.max(1, ...bars.map(({ parts }) => parts.reduce((sum, { amount }) => sum + amount, 0)));
  const long = (amount: number) => (amount / largest) * (right - left);
  const layers = layerNames(sides);
  const legend = legendOf(
    layers,
    bars.flatMap(({ parts }) => parts),
    words,
  );
  const places = placesOf(legend, width);
  const top = (places.at(-1)?.y ?? 0) + 42;
  const height = narrow ? 40 : 26;
  const self = ({ settlement }: Side) => cnyWords(fenOf(settlement.selfPay.total));
  const told = sides.map((side) => words.step(side.name, words.amount(self(side)))).join(words.listed);
  return (
    <div ref={box}>
      <Picture
        picture={picture}
        id={id}
        title={title}
        told={words.sides(told)}
        width={width}
        height={top + sides.length * height + 4}
      >
        {legend.map(({ key, name, fill, hatched }, index) => (
          <g key={key} transform={`translate(${places[index]?.x ?? 0} ${places[index]?.y ?? 0})`}>
            <Piece x={0} y={3} width={12} height={12} fill={fill} hatch={hatched ? hatchOf(id) : null} />
            <text x={17} y={14} fill="#1f1f1f">
              {name}
            </text>
          </g>
        ))}
        <PictureUnit right={width - 1} y={top - 8} />
        {bars.map(({ side, parts }, index) => (
          <g key={side.key} transform={`translate(0 ${top + index * height})`}>
            <text x={0} y={15} fill="#1f1f1f" fontWeight={index === 0 ? 600 : 400}>
              {side.name}
            </text>
            <text x={width - 1} y={15} textAnchor="end" fill="#1f1f1f" fontWeight={index === 0 ? 600 : 400}>
              {self(side)}
            </text>
            {parts.map(({ layer, kind, amount }, part) => {
              const before = parts.slice(0, part).reduce((sum, one) => sum + one.amount, 0);
              return (
                <Piece
                  key={`${kind} ${layer}`}
                  x={left + long(before)}
                  y={narrow ? 20 : 4}
                  width={amount === 0 ? 0 : Math.max(1, long(amount))}
                  height={15}
                  fill={fillOf(
                    kind,
                    layers.findIndex(([name]) => name === layer),
                  )}
                  hatch={kind === 'layer' ? null : hatchOf(id)}
                />
              );
            })}
          </g>
        ))}
      </Picture>
    </div>
  );
}

interface PieceOf {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly fill: string;
  readonly hatch: string | null;
}

function Piece({ hatch, fill, ...place }: PieceOf) {
  return (
    <>
      <rect {...place} fill={fill} stroke="#fff" strokeWidth={0.5} />
      {hatch === null ? null : <rect {...place} fill={hatch} />}
    </>
  );
}

/** A part of a bar. Amount in fen. */
interface Part {
  readonly kind: 'layer' | 'selfPay' | 'beside';
  readonly layer: string | null;
  readonly amount: number;
}

/** What layers pay from the bill, what the person bears, then what is paid beside the bill. */
function partsOf(settlement: Evaluation): readonly Part[] {
  const steps = stepsOf(settlement);
  const kinds = ['layer', 'selfPay', 'beside'] as const;
  return kinds.flatMap((kind) =>
    steps.filter((step) => step.kind === kind).map(({ layer, amount }) => ({ kind, layer, amount })),
  );
}

function fillOf(kind: Part['kind'], shade: number): string {
  if (kind === 'selfPay') return SELF_PAY;
  return kind === 'beside' ? BESIDE : (SHADES[shade % SHADES.length] ?? SELF_PAY);
}

interface LegendEntry {
  readonly key: string;
  readonly name: string;
  readonly fill: string;
  readonly hatched: boolean;
}

function legendOf(
  layers: readonly (readonly [string, string])[],
  parts: readonly Part[],
  words: { readonly selfPay: string; readonly besideBill: string },
): readonly LegendEntry[] {
  const paying = layers.map(([layer, name], index) => ({
    key: layer,
    name,
    fill: fillOf('layer', index),
    hatched: false,
  }));
  const some = paying.filter(({ key }) =>
    parts.some(({ kind, layer, amount }) => kind === 'layer' && layer === key && amount > 0),
  );
  const beside = parts.some(({ kind }) => kind === 'beside');
  return [
    ...some,
    { key: 'selfPay', name: words.selfPay, fill: SELF_PAY, hatched: true },
    ...(beside ? [{ key: 'beside', name: words.besideBill, fill: BESIDE, hatched: true }] : []),
  ];
}

/** Where the entries of a legend stand: side by side, in as many lines as they need. */
function placesOf(
  legend: readonly LegendEntry[],
  width: number,
): readonly { readonly x: number; readonly y: number }[] {
  let x = 0;
  let y = 0;
  return legend.map(({ name }) => {
    const wide = 34 + textWidth(name);
    if (x > 0 && x + wide > width) {
      x = 0;
      y += 20;
    }
    const place = { x, y };
    x += wide;
    return place;
  });
}
