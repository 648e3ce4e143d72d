import { Button } from 'antd';
import { type Language, useWords } from '../../language/language.tsx';
import { type FigureUnit, readFigure } from '../text/figure-reading.ts';
import { meantFigure } from '../text/meant-figure.ts';
import { figureText, figureWords } from './figure-words.ts';
import { formWords } from './words.ts';

/** What was most likely meant by what cannot stand in a field. */
export interface Meant {
  /** As it is said: `400,000 元`. */
  readonly said: string;
  /** As it is written into the field: `400,000`. */
  readonly written: string;
}

/** What was most likely meant by a figure that is not understood; null where nothing is likely. */
export function meantOf(typed: string, unit: FigureUnit, language: Language): Meant | null {
  const meant = meantFigure(typed, unit);
  const read = meant === null ? null : readFigure(meant, unit);
  if (read === null || 'problem' in read) return null;
  return { said: figureWords(read.value, unit, language), written: figureText(read.value, unit, language) };
}

interface MeantButtonOf {
  readonly meant: Meant;
  readonly write: (written: string) => void;
}

/** Writes what was most likely meant, when it is pressed and not before. */
export function MeantButton({ meant: { said, written }, write }: MeantButtonOf) {
  const words = useWords(formWords);
  return (
    <Button className="standards-meant" type="link" size="small" onClick={() => write(written)}>
      {words.ifMeant(said, written)}
    </Button>
  );
}
