import type { ReactNode, RefObject } from 'react';
import { useWords } from '../language/language.tsx';
import { settlementWords } from './words.ts';

/**
 * The letters of a picture: it is saved as a file of its own, where no style of the page reaches. Colours stand in it for the same
 * reason; where the browser puts its own in their place, the page's style gives them by the classes of `picture`.
 */
const FONT = '"Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", system-ui, sans-serif';

interface PictureOf {
  readonly picture: RefObject<SVGSVGElement | null>;
  /** Of this document alone: its texts and its hatching are named by it. */
  readonly id: string;
  readonly title: string;
  /** All that it shows, for those who do not see it. */
  readonly told: string;
  readonly width: number;
  readonly height: number;
  readonly children: ReactNode;
}

/** A picture of settlements, with its title, what it tells, and hatching to fill with by {@link hatchOf}. */
export function Picture({ picture, id, title, told, width, height, children }: PictureOf) {
  return (
    <svg
      ref={picture}
      className="picture"
      role="img"
      aria-labelledby={`${id}-title ${id}-desc`}
      width={width}
      height={height}
      fontFamily={FONT}
      fontSize={13}
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-desc`}>{told}</desc>
      <defs>
        <pattern id={`${id}-hatch`} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect className="picture-gap" width="2" height="6" fill="#fff" fillOpacity={0.45} />
        </pattern>
      </defs>
      {children}
    </svg>
  );
}

/** In which unit a picture's amounts are, once and at its right edge. */
export function PictureUnit({ right, y }: { readonly right: number; readonly y: number }) {
  const words = useWords(settlementWords);
  return (
    <text x={right} y={y} textAnchor="end" fill="#595959" fontSize={12}>
      {words.inUnit}
    </text>
  );
}

/** The filling that lays a picture's hatching over a colour, which so is never the only sign. */
export function hatchOf(id: string): string {
  return `url(#${id}-hatch)`;
}
