import { Select } from 'antd';
import { useId } from 'react';
import type { Evaluation, EvaluationRequest } from '../../client/index.ts';
import { isSettled, useSettlements } from '../api/claims.ts';
import { type Place, placesOn } from '../api/places.ts';
import { usePublishedVersions } from '../api/published-versions.ts';
import { useLanguage, useWords } from '../language/language.tsx';
import { SideBySide } from '../settlement/side-by-side.tsx';
import { Failure } from '../shell/failure.tsx';
import { requestBeside } from './requests.ts';
import { calculatorWords } from './words.ts';

interface BesideOf {
  readonly places: readonly Place[];
  readonly request: EvaluationRequest;
  readonly settlement: Evaluation;
  readonly chosen: readonly string[];
  readonly choose: (beside: readonly string[]) => void;
}

/** The same claim under the rules of other places or versions, held against this settlement. */
export function Beside({ places, request, settlement, chosen, choose }: BesideOf) {
  const words = useWords(calculatorWords);
  const id = useId();
  const options = useOptions(places, request, settlement);
  const names = new Map(options.flatMap((group) => group.options.map(({ value, label }) => [value, label] as const)));
  const nameOf = (key: string) => names.get(key) ?? key;
  const { data, error } = useSettlements(chosen.map((one) => requestBeside(request, one)));
  const answers = (data ?? []).filter(({ id: one }) => chosen.includes(one));
  const own = placeName(places, request.jurisdiction, useLanguage().language);
  const sides = answers.filter(isSettled).map((one) => ({ key: one.id, name: nameOf(one.id), settlement: one }));
  const type = settlement.named?.claimType ?? settlement.claimType;
  return (
    <section className="calculator-result calculator-others" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{words.beside}</h2>
      <Select
        mode="multiple"
        maxCount={5}
        className="calculator-beside"
        aria-labelledby={`${id}-title`}
        placeholder={words.besideHint}
        value={[...chosen]}
        options={options}
        optionFilterProp="label"
        onChange={choose}
      />
      {error === null ? null : <Failure error={error} />}
      {answers.map((one) =>
        isSettled(one) ? null : (
          <p key={one.id} className="calculator-wrong">
            {words.whyNot(nameOf(one.id), one.problem.detail)}
          </p>
        ),
      )}
      {sides.length === 0 ? null : (
        <SideBySide
          title={words.resultOf(type, words.beside, settlement.date)}
          against={words.againstThis}
          sides={[{ key: 'this', name: words.thisPlace(own), settlement }, ...sides]}
        />
      )}
    </section>
  );
}

function useOptions(places: readonly Place[], { jurisdiction, date }: EvaluationRequest, { ruleSet }: Evaluation) {
  const { language } = useLanguage();
  const words = useWords(calculatorWords);
  const { data: versions } = usePublishedVersions(jurisdiction);
  const own = placeName(places, jurisdiction, language);
  const isCity = ruleSet.jurisdiction === ruleSet.base.jurisdiction;
  const others = placesOn(places, date).filter(({ code }) => code !== jurisdiction);
  return [
    {
      label: words.besidePlaces,
      options: others.map(({ code, name }) => ({ value: code, label: name[language] })),
    },
    {
      label: words.besideVersions,
      options: (versions ?? []).map(({ version }) => ({
        value: `${jurisdiction}@${version}${isCity ? '' : `+${ruleSet.base.version ?? ''}`}`,
        label: words.versionOf(own, version),
      })),
    },
  ].filter(({ options }) => options.length > 0);
}

/** What a place is called; its code where it is unknown. */
export function placeName(places: readonly Place[], code: string, language: 'zh' | 'en'): string {
  return places.find((place) => place.code === code)?.name[language] ?? code;
}
