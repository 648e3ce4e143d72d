import { Radio } from 'antd';
import type { EffectiveRules } from '../../api/effective.ts';
import { useLanguage, useWords } from '../../language/language.tsx';
import type { DraftView } from '../form/view.ts';
import { type Difference, nameOf, type Whose } from './differences.ts';
import { placeWords } from './place-words.ts';
import { mergingWords } from './words.ts';

/** What was chosen, by the names of the differences; what has none is still open. */
export type Choice = Readonly<Record<string, Whose>>;

interface DifferenceChoiceOf {
  readonly differences: readonly Difference[];
  /** Null where the form of the draft cannot stand. */
  readonly view: DraftView | null;
  /** What standards are called and are of, as far as it is known. */
  readonly standards: EffectiveRules['standards'];
  readonly caption: string;
  /** What the two sides are called. */
  readonly heads: Readonly<Record<Whose, string>>;
  /** Said behind one's own side of what the other alone changed. */
  readonly untouched?: string;
  readonly choice: Choice;
  readonly choose: (choice: Choice) => void;
}

/** Differences by the names of what differs, with what each side says: one of the two is chosen in every line. */
export function DifferenceChoice({
  differences,
  view,
  standards,
  caption,
  heads,
  untouched = '',
  choice,
  choose,
}: DifferenceChoiceOf) {
  const { language } = useLanguage();
  const words = useWords(mergingWords);
  const wordsOf = placeWords(view, standards, language);
  const sides: readonly Whose[] = ['theirs', 'mine'];
  return (
    <section className="standards-scroll" aria-label={caption}>
      <table className="standards-differences">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.place}</th>
            {sides.map((side) => (
              <th key={side} scope="col">
                {heads[side]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {differences.map((difference) => {
            const { name, say } = wordsOf(difference.path);
            const key = nameOf(difference);
            const sayOf = (side: Whose) =>
              `${say(difference[side])}${side === 'mine' && difference.changedBy === 'theirs' ? untouched : ''}`;
            return (
              <tr key={key}>
                <th scope="row">{name}</th>
                {sides.map((side) => (
                  <td key={side}>
                    <Radio
                      name={key}
                      aria-label={`${name} ${heads[side]} ${sayOf(side)}`}
                      checked={choice[key] === side}
                      onChange={() => choose({ ...choice, [key]: side })}
                    >
                      {sayOf(side)}
                    </Radio>
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
