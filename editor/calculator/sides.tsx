import { Button } from 'antd';
import type { ClaimSchema } from '../api/claims.ts';
import type { Place } from '../api/places.ts';
import { useWords } from '../language/language.tsx';
import { NoRules } from '../shell/no-rules.tsx';
import { Answer } from './answer.tsx';
import { Beside } from './beside.tsx';
import { Choices } from './choices.tsx';
import type { Calculation } from './claim-address.ts';
import { ClaimFields } from './claim-fields.tsx';
import { useSettling } from './use-settling.ts';
import { calculatorWords } from './words.ts';

interface SidesOf {
  readonly places: readonly Place[];
  readonly schema: ClaimSchema;
  readonly place: string;
  readonly calculation: Calculation;
  readonly change: (changed: Partial<Calculation>) => void;
  /** The schema is another's, shown until this one's comes. */
  readonly stale: boolean;
  /** That there are no rules on the day: the schema is that of the nearest day, and nothing is settled. Null where there are. */
  readonly without: Error | null;
}

/** The claim on one side, what it comes to on the other. */
export function Sides({ places, schema, place, calculation, change, stale, without }: SidesOf) {
  const words = useWords(calculatorWords);
  const { entries, beside, date } = calculation;
  const settling = useSettling(schema, place, entries, !stale && without === null);
  const { settled } = settling;
  return (
    <div className="calculator-sides">
      <section className="calculator-claim" aria-label={words.claim}>
        <Choices places={places} schema={schema} place={place} asked={calculation} change={change} />
        <ClaimFields
          form={schema.form}
          date={schema.date}
          entries={entries}
          unread={settling.unread}
          refused={settling.refused}
          enter={(path, value) => change({ entries: { ...entries, [path]: value } })}
        />
        <Button onClick={() => change({ entries: {}, beside: [] })}>{words.clear}</Button>
      </section>
      <section className="calculator-result" aria-label={words.result} tabIndex={-1}>
        {without !== null ? (
          <NoRules
            error={without}
            code={place}
            date={date}
            choose={(date) => change({ date })}
            again={settling.again}
          />
        ) : (
          <Answer
            places={places}
            schema={schema}
            place={place}
            calculation={calculation}
            change={change}
            settling={settling}
          />
        )}
      </section>
      {settled === null ? null : (
        <Beside places={places} {...settled} chosen={beside} choose={(chosen) => change({ beside: chosen })} />
      )}
    </div>
  );
}
