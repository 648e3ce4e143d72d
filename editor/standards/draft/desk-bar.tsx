import { type ReactNode, useEffect, useRef } from 'react';

/**
 * What has to be in sight wherever a draft is scrolled to: how it is kept, what is wrong with it, what can be done with it. How
 * high it is stands in `--desk-bar` of the page, for what stays in sight below it.
 */
export function DeskBar({ children }: { readonly children: ReactNode }) {
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const page = document.documentElement;
    const { current } = bar;
    if (current === null) return undefined;
    const measured = new ResizeObserver(() => page.style.setProperty('--desk-bar', `${current.offsetHeight}px`));
    measured.observe(current);
    return () => {
      measured.disconnect();
      page.style.removeProperty('--desk-bar');
    };
  }, []);
  return (
    <div ref={bar} className="standards-desk-bar">
      {children}
    </div>
  );
}
