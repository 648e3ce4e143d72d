import { useState } from 'react';
import { Uneditable } from '../text/change-text.ts';
import { withPeriodMoved } from '../text/moved-period.ts';
import { rewriting } from '../text/rewritten-text.ts';
import type { Path, YamlValue } from '../text/yaml-value.ts';
import type { DraftKeeper } from './keeper.ts';

/** Writes what is done in a draft's form into its text, and whether the last of it could not be written there. */
export function useRewriting(keeper: DraftKeeper) {
  const [isUneditable, setIsUneditable] = useState(false);
  const [rewrite] = useState(() => rewriting(withPeriodMoved));
  const change = (path: Path, next: YamlValue | undefined) => {
    try {
      keeper.type(rewrite(keeper.kept().text, path, next));
      setIsUneditable(false);
    } catch (error) {
      if (!(error instanceof Uneditable)) throw error;
      setIsUneditable(true);
    }
  };
  return { change, isUneditable };
}
