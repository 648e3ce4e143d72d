import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import type { BothLanguages, Words } from './words.ts';

/** The two languages of the pages. */
export type Language = 'zh' | 'en';

/** A name in both languages, as the API gives it. */
export type Label = Readonly<Record<Language, string>>;

interface Spoken {
  readonly language: Language;
  readonly switchLanguage: () => void;
}

const KEPT_AS = 'dixian.language';
const Spoken = createContext<Spoken | null>(null);

/** Chinese unless somebody has switched in this browser. */
export function keptLanguage(): Language {
  return localStorage.getItem(KEPT_AS) === 'en' ? 'en' : 'zh';
}

/** Gives all pages inside it a language, and keeps the choice in this browser. */
export function LanguageChoice({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState(keptLanguage);
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
    localStorage.setItem(KEPT_AS, language);
  }, [language]);
  const spoken = useMemo(
    () => ({
      language,
      switchLanguage: () => setLanguage(language === 'zh' ? 'en' : 'zh'),
    }),
    [language],
  );
  return <Spoken.Provider value={spoken}>{children}</Spoken.Provider>;
}

/** The language that is spoken here, and the switch. */
export function useLanguage(): Spoken {
  const spoken = useContext(Spoken);
  if (spoken === null) throw new Error('outside of LanguageChoice');
  return spoken;
}

/** The words of some pages in the language that is spoken here. */
export function useWords<En extends Words>(both: BothLanguages<En>): BothLanguages<En>[Language] {
  return both[useLanguage().language];
}
