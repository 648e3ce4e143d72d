import type { ClaimSchema } from '../api/claims.ts';
import type { Place } from '../api/places.ts';
import { useLanguage, useWords } from '../language/language.tsx';
import { Failure } from '../shell/failure.tsx';
import { Waiting } from '../shell/waiting.tsx';
import { placeName } from './beside.tsx';
import { BeginWith } from './choices.tsx';
import { addressOf, type Calculation } from './claim-address.ts';
import { Result } from './result.tsx';
import type { Settling } from './use-settling.ts';
import { calculatorWords } from './words.ts';

interface AnswerOf {
  readonly places: readonly Place[];
  readonly schema: ClaimSchema;
  readonly place: string;
  readonly calculation: Calculation;
  readonly change: (changed: Partial<Calculation>) => void;
  readonly settling: Settling;
}

/** What a claim comes to; until then what it still needs, what has to be mended, and examples to begin with. */
export function Answer({ places, schema, place, calculation, change, settling }: AnswerOf) {
  const { language } = useLanguage();
  const words = useWords(calculatorWords);
  const { form, date, type } = schema;
  const { missing, unread, refused, unsaid, failure, settled } = settling;
  const isUntouched = missing.length > 0 && Object.keys(calculation.entries).length === 0;
  return (
    <>
      {missing.length === 0 ? null : (
        <p role="status">{words.still(missing.map(({ label }) => label[language]).join(words.listed))}</p>
      )}
      <ToMend form={form} wrong={[...unread.keys(), ...Object.keys(refused)]} />
      {unsaid.length === 0 ? null : (
        <p role="status">{words.nothingSaid(unsaid.map(({ label }) => label[language]).join(words.listed))}</p>
      )}
      {unsaid.length > 0 || isUntouched ? <BeginWith place={place} schema={schema} change={change} /> : null}
      {failure === null ? null : <Failure error={failure} again={settling.again} />}
      {settling.isWaiting ? <Waiting /> : null}
      {settled === null ? null : (
        <Result
          {...settled}
          place={placeName(places, settled.request.jurisdiction, language)}
          address={addressOf({ ...calculation, place, date, type }, form).toString()}
        />
      )}
    </>
  );
}

interface ToMendOf {
  readonly form: ClaimSchema['form'];
  /** Paths of the fields at which something is wrong. */
  readonly wrong: readonly string[];
}

/** Where the result would stand: which fields have to be mended first. */
function ToMend({ form, wrong }: ToMendOf) {
  const { language } = useLanguage();
  const words = useWords(calculatorWords);
  if (wrong.length === 0) return null;
  const named = form.facts.filter(({ id }) => wrong.includes(id)).map(({ label }) => label[language]);
  return <p role="status">{words.mend(named.join(words.listed))}</p>;
}
