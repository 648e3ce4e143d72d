import { useState } from 'react';

/** Names of what is typed as text. */
type TextName<Typed> = { [Name in keyof Typed]: Typed[Name] extends string ? Name : never }[keyof Typed] & string;

/** What is wrong with which field. */
type Wrong<Typed, Code extends string> = Readonly<Partial<Record<keyof Typed, Code>>>;

/** What fields are called, and what may be wrong with them, in words; of what is no figure its field tells by itself. */
type FormWords<Typed, Code extends string> = Readonly<Record<TextName<Typed> | Exclude<Code, 'figure'>, string>>;

/** What stands in a guided form, and what was found wrong with it when it was last to be taken over. */
export function useGuidedForm<Typed extends object, Code extends string>(
  begin: () => Typed,
  words: FormWords<Typed, Code>,
) {
  const [begun] = useState(begin);
  const [typed, setTyped] = useState(begun);
  const [wrong, tellWrong] = useState<Wrong<Typed, Code> | null>(null);
  const set = (change: Partial<Typed>) => {
    setTyped({ ...typed, ...change });
    tellWrong(null);
  };
  const wrongOf = (name: keyof Typed): string => {
    const code = wrong?.[name];
    return code === undefined || code === 'figure' ? '' : words[code as Exclude<Code, 'figure'>];
  };
  /** What a field for text stands on. */
  const field = (name: TextName<Typed>) => ({
    label: words[name],
    value: String(typed[name]),
    wrong: wrongOf(name),
    onText: (text: string) => set({ [name]: text } as Partial<Typed>),
  });
  return { typed, set, field, wrongOf, tellWrong, isTyped: JSON.stringify(typed) !== JSON.stringify(begun) };
}
