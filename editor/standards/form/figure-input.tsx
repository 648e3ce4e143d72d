import { Input, type InputRef } from 'antd';
import { type ClipboardEvent, useId, useRef } from 'react';
import { type Language, useLanguage, useWords } from '../../language/language.tsx';
import type { FigureUnit, NotRead } from '../text/figure-reading.ts';
import { tenThousandsMeant } from '../text/meant-figure.ts';
import { figureWords, unitText } from './figure-words.ts';
import { type Meant, MeantButton, meantOf } from './meant.tsx';
import { type TypedFigureOf, useTypedFigure } from './use-typed-figure.ts';
import { formWords } from './words.ts';

/** One figure of a form. */
export interface FigureInputOf extends TypedFigureOf {
  /** What is wrong with what the draft says; empty where nothing is. */
  readonly wrong: readonly string[];
  /** Whether no floor holds it, as of the city's own: what is far from what holds is then asked about all the same. */
  readonly isFloor?: boolean;
  /** The part of the page that says what the city's figure is, and which way it may go. */
  readonly describedBy?: string;
  /** A range of cells was pasted. @returns whether it was taken */
  readonly onCells?: (text: string) => boolean;
}

/** A field for a figure: what is typed is understood or named at once, and what is below the floor is said before any request. */
export function FigureInput({
  label,
  unit,
  own,
  city,
  wrong,
  isFloor = false,
  disabled,
  describedBy,
  onFigure,
  onCells,
}: FigureInputOf) {
  const { language } = useLanguage();
  const words = useWords(formWords);
  const id = useId();
  const { problem, typed, shown, cityText, take, leave } = useTypedFigure({
    label,
    unit,
    own,
    city,
    disabled,
    onFigure,
  });
  // What is wrong with the draft's own figure is not wrong with what stands here instead.
  const said = problem === null ? wrong : [notReadWords(problem, typed ?? '', words)];
  const input = useRef<InputRef>(null);
  const isDoubtful = isFloor || wrong.length > 0;
  const meant = meantHere({ problem, typed, unit, own, city, isDoubtful }, words, language);
  const paste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text/plain');
    if (/[\t\n]/.test(text.trim()) && onCells?.(text) === true) event.preventDefault();
  };
  return (
    <div className="standards-figure">
      <Input
        ref={input}
        aria-label={label}
        aria-invalid={said.length > 0}
        aria-describedby={[...(said.length > 0 ? [id] : []), describedBy].join(' ').trim() || undefined}
        status={said.length > 0 ? 'error' : ''}
        disabled={disabled}
        autoComplete="off"
        maxLength={40}
        placeholder={withoutSign(cityText, unit)}
        // A share has its sign in the field, as it is typed; an empty field has it where others have their unit.
        suffix={unit === 'share' ? <span>{shown === '' ? '%' : ''}</span> : unitText(unit, language)}
        title={own === undefined && city !== undefined ? words.asCity(figureWords(city, unit, language)) : undefined}
        value={shown}
        onChange={({ target }) => take(target.value)}
        onPaste={paste}
        onBlur={leave}
      />
      <div id={id} role="status" className="standards-wrong">
        {said.map((one) => (
          <p key={one}>{one}</p>
        ))}
        {meant === null || disabled ? null : (
          <MeantButton
            meant={meant}
            write={(written) => {
              take(written);
              input.current?.focus();
            }}
          />
        )}
      </div>
    </div>
  );
}

type Words = ReturnType<typeof useWords<typeof formWords.en>>;

interface MeantOf extends Pick<FigureInputOf, 'unit' | 'own' | 'city'> {
  readonly problem: NotRead | null;
  readonly typed: string | null;
  /** Whether the draft's own figure is one that the city's rules do not take, or that nothing would refuse. */
  readonly isDoubtful: boolean;
}

/** What was most likely meant by what cannot stand here, beside the city's figure; null where nothing is likely. */
function meantHere(
  { problem, typed, unit, own, city, isDoubtful }: MeantOf,
  words: Words,
  language: Language,
): Meant | null {
  if (problem === null) {
    const count = unit === 'CNY' && isDoubtful ? tenThousandsMeant(own, city) : null;
    return count === null ? null : { said: words.tenThousands(count), written: `${count}万` };
  }
  return meantOf(typed ?? '', unit, language);
}

function withoutSign(text: string, unit: FigureUnit): string {
  return unit === 'share' ? text.replace(/%$/, '') : text;
}

function notReadWords(problem: NotRead, typed: string, words: Words): string {
  const word = words[problem];
  return typeof word === 'function' ? word(typed.trim()) : word;
}
