import { yesOrNo } from '../form/figure-words.ts';
import { type NotRead, readFigure, shifted } from '../text/figure-reading.ts';
import type { YamlValue } from '../text/yaml-value.ts';
import type { Carried, ListItem } from './row.ts';
import type { Content } from './xlsx-cells.ts';

/** Why a cell was not taken; said in words where it is shown. */
export type WhyNot =
  | NotRead
  | 'aDate'
  | 'formulaFailed'
  | 'yesOrNo'
  | 'unknownItem'
  | 'notADay'
  | 'dayEmpty'
  | 'bandEmpty'
  | 'borderOrder'
  | 'figureNeeded'
  | 'reasonEmpty'
  | 'notAText'
  | 'addition'
  | 'cannotCarry'
  | 'notForChange'
  | 'unknownLine'
  | 'twice'
  | 'otherSheet';

/** What a cell says, or why that is not known. */
export type CellRead = { readonly value: YamlValue } | { readonly problem: WhyNot };

/** Reads a cell that is to hold a figure, yes or no, items of a list, a day or a text. What can be meant in two ways is not guessed. */
export function readOwnCell(content: Content, carried: NonNullable<Carried>): CellRead {
  const read = readAs(content, carried);
  const isEndless = 'value' in read && read.value === 'unlimited';
  return carried.kind === 'figure' && carried.isBorder === true && isEndless ? { problem: 'notAFigure' } : read;
}

function readAs(content: Content, carried: NonNullable<Carried>): CellRead {
  if (content.kind === 'error') return { problem: 'formulaFailed' };
  if (carried.kind === 'boolean') return readYesOrNo(content);
  if (carried.kind === 'list') return readList(content, carried.items);
  if (carried.kind === 'day') return readDay(content);
  if (carried.kind === 'text')
    return content.kind === 'text' ? { value: content.text.trim() } : { problem: 'notAText' };
  if (content.kind === 'boolean') return { problem: 'notAFigure' };
  if (content.kind === 'text') return readFigure(content.text, carried.unit);
  if (content.isDate) return { problem: 'aDate' };
  const digits = decimalOf(content.digits);
  if (digits === null) return { problem: 'notAFigure' };
  // A cell of per cent holds the share itself, and one of another kind cannot be told to mean a percentage.
  const isOfHundred = carried.unit === 'share' || carried.unit === 'points';
  if (isOfHundred && content.isPercent) return readFigure(`${shiftedSigned(digits, 2)}%`, carried.unit);
  if (content.isPercent) return { problem: 'notAFigure' };
  return readFigure(digits, carried.unit);
}

function readYesOrNo(content: Content): CellRead {
  if (content.kind === 'boolean') return { value: content.value };
  const text = content.kind === 'text' ? content.text.trim().toLowerCase() : '';
  for (const value of [true, false]) if ([yesOrNo(value, 'zh'), yesOrNo(value, 'en')].includes(text)) return { value };
  return { problem: 'yesOrNo' };
}

/** Items by what they are called in either language, or by their id; one that is not known makes the whole cell unknown. */
function readList(content: Content, items: readonly ListItem[]): CellRead {
  const told = content.kind === 'text' ? content.text : content.kind === 'number' ? content.digits : '';
  const names = told.split(LISTED).flatMap((name) => (name.trim() === '' ? [] : [name.trim()]));
  const found = names.map((name) =>
    items.find(({ value, label }) => [String(value), label.zh, label.en].some((known) => known === name)),
  );
  if (found.length === 0 || found.includes(undefined)) return { problem: 'unknownItem' };
  return { value: items.filter((item) => found.includes(item)).map(({ value }) => value) };
}

const LISTED = /[;；\n]/;

/** A day as it is written in the text, or as a date of Excel's own; a number that is formatted as none is not guessed to be one. */
function readDay(content: Content): CellRead {
  if (content.kind === 'number') return content.day === null ? { problem: 'notADay' } : { value: content.day };
  const text = content.kind === 'text' ? content.text.trim() : '';
  const day = new Date(`${text}T00:00:00Z`);
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
  return isDay ? { value: text } : { problem: 'notADay' };
}

/** A number of a file as a decimal. Excel shows fifteen digits of it; what stands behind them is of its arithmetic. */
function decimalOf(digits: string): string | null {
  const value = Number(Number(digits).toPrecision(15));
  if (!Number.isFinite(value)) return null;
  const plain = String(value);
  return plain.includes('e') ? value.toFixed(20).replace(/\.?0+$/, '') : plain;
}

function shiftedSigned(decimal: string, places: number): string {
  return decimal.startsWith('-') ? `-${shifted(decimal.slice(1), places)}` : shifted(decimal, places);
}
