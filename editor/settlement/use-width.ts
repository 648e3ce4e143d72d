import { type RefObject, useEffect, useRef, useState } from 'react';

/** How wide an element is in pixels, also after it was made wider or narrower; `otherwise` until it is known. */
export function useWidth<Box extends HTMLElement>(otherwise: number): readonly [RefObject<Box | null>, number] {
  const box = useRef<Box>(null);
  const [width, setWidth] = useState(otherwise);
  useEffect(() => {
    if (box.current === null) return undefined;
    const watch = new ResizeObserver(([entry]) => {
      if (entry !== undefined && entry.contentRect.width > 0) setWidth(Math.round(entry.contentRect.width));
    });
    watch.observe(box.current);
    return () => watch.disconnect();
  }, []);
  return [box, width];
}
