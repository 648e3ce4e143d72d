import { Button } from 'antd';
import type { RefObject } from 'react';
import { useWords } from '../language/language.tsx';
import { saveSvg } from './save-file.ts';
import { settlementWords } from './words.ts';

/** The button below a picture that hands it out as SVG. @param title what the file is called, without the ending */
export function SavePicture({
  picture,
  title,
}: {
  readonly picture: RefObject<SVGSVGElement | null>;
  readonly title: string;
}) {
  const words = useWords(settlementWords);
  return (
    <Button
      size="small"
      className="settlement-save"
      onClick={() => picture.current !== null && saveSvg(picture.current, title)}
    >
      {words.saveSvg}
    </Button>
  );
}
