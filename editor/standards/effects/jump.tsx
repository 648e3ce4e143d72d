import { useEffect, useState } from 'react';
import { useWords } from '../../language/language.tsx';
import type { Compared } from './compared.ts';
import { EffectWords } from './effect-words.tsx';
import { effectsWords } from './words.ts';

/** Where on the page the effects are. */
export const EFFECTS = 'effects';

interface JumpOf {
  /** Whether the draft can be settled by. */
  readonly works: boolean;
  readonly isCounting: boolean;
  /** The typical claim that the draft moves most; null where it moves none. */
  readonly most: Compared | null;
}

/**
 * Where the effects lie below the form, on a phone: what they come to, always at the lower edge, and the way to them. Gone while
 * they are in sight. Wide, where they stand beside the form, it is not shown.
 */
export function JumpToEffects({ works, isCounting, most }: JumpOf) {
  const words = useWords(effectsWords);
  const isInSight = useInSight(EFFECTS);
  if (isInSight) return null;
  return (
    <a className="standards-jump" href={`#${EFFECTS}`}>
      <strong>{words.title}</strong>
      {isCounting ? (
        <span>{words.counting}</span>
      ) : !works ? (
        <span>{words.notUsable}</span>
      ) : most === null ? (
        <span>{words.noneChanges}</span>
      ) : (
        <EffectWords compared={most} />
      )}
    </a>
  );
}

/** Whether a part of the page is in sight, or has been scrolled past. */
function useInSight(id: string): boolean {
  const [isInSight, setIsInSight] = useState(false);
  useEffect(() => {
    const part = document.getElementById(id);
    if (part === null) return;
    const observer = new IntersectionObserver(([entry]) => {
      if (entry !== undefined) setIsInSight(entry.isIntersecting || entry.boundingClientRect.top < 0);
    });
    observer.observe(part);
    return () => observer.disconnect();
  }, [id]);
  return isInSight;
}
