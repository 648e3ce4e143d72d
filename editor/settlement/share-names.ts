import { useWords } from '../language/language.tsx';
import { settlementWords } from './words.ts';

/** How the parts of a funding are called; what a rule set calls otherwise keeps its name. */
export function useShareNames(): (name: string) => string {
  const words = useWords(settlementWords);
  const named: Readonly<Record<string, string>> = {
    premium: words.premium,
    province: words.province,
    city: words.city,
    county: words.county,
    carriedOver: words.carriedOver,
    unspent: words.unspent,
  };
  return (name) => named[name] ?? name;
}
