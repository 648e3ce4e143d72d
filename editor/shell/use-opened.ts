import { useRef, useState } from 'react';

/** Something that a button opens; closed, it gives the focus back to that button, which can be given it besides. */
export function useOpened() {
  const [isOpen, setIsOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  // What had it goes at once, and would take it along.
  const focusOpener = () => requestAnimationFrame(() => opener.current?.focus());
  const close = () => {
    setIsOpen(false);
    focusOpener();
  };
  return { isOpen, opener, focusOpener, open: () => setIsOpen(true), close };
}
