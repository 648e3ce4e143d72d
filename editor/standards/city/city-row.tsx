import { memo } from 'react';
import type { EffectiveRules } from '../../api/effective.ts';
import type { Matrix } from '../../api/matrix.ts';
import type { Standard } from '../../api/rules.ts';
import { useLanguage, useWords } from '../../language/language.tsx';
import { ClauseButton, ClauseRow, useClauseOpen } from '../clause/clause.tsx';
import { figureGroups } from '../form/figure-groups.ts';
import { FigureInput } from '../form/figure-input.tsx';
import type { FigureLeaf } from '../form/figure-leaves.ts';
import { figureWords } from '../form/figure-words.ts';
import { stepsText, stepText } from '../form/step-text.ts';
import type { Problem } from '../form/view.ts';
import { formWords } from '../form/words.ts';
import type { FigureUnit } from '../text/figure-reading.ts';
import { type Path, sameYaml, valueAt, type YamlMap, type YamlValue } from '../text/yaml-value.ts';
import { cityFigures, inForceAt, placeIn } from './city-figures.ts';
import { cityWords } from './words.ts';

/** A standard of a city's draft beside the one in force. */
export interface CityRowOf {
  readonly standard: Standard;
  readonly row: Matrix['standards'][number];
  readonly effective: EffectiveRules;
  readonly value: YamlMap;
  readonly problems: readonly Problem[];
  readonly mayWrite: boolean;
  readonly change: (path: Path, value: YamlValue | undefined) => void;
}

/** Drawn anew only where something of its own has changed: a keystroke is one row's matter. */
export const CityRow = memo(Row, (before, after) => {
  const at = ['standards', after.standard.id];
  return (
    before.standard === after.standard &&
    before.row === after.row &&
    before.mayWrite === after.mayWrite &&
    sameYaml(valueAt(before.value, at) ?? null, valueAt(after.value, at) ?? null) &&
    JSON.stringify(before.problems) === JSON.stringify(after.problems)
  );
});

function Row(of: CityRowOf) {
  const { standard, row, effective, value, problems } = of;
  const { language } = useLanguage();
  const words = useWords(cityWords);
  const form = useWords(formWords);
  const open = useClauseOpen();
  const clause = { rules: effective, standard, open };
  const figures = cityFigures(value, standard);
  return (
    <>
      <tr id={`standard-${standard.id}`}>
        <th scope="row">
          {standard.label[language]}
          <small className="standards-small-acts">
            <ClauseButton {...clause} />
          </small>
        </th>
        <td data-head={words.inForce}>
          {(row.words?.[language] ?? '').split(/(?<=[；;]) */).map((part) => (
            <span className="standards-part" key={part}>
              {part}
            </span>
          ))}
        </td>
        <td data-head={words.drafted}>
          {figures === null ? <p className="aside">{form.onlyWritten}</p> : <Figures {...of} {...figures} />}
          {problems.map(({ code, message, severity }) => (
            <p key={code + message} className={severity === 'error' ? 'standards-wrong' : 'standards-note'}>
              {message}
            </p>
          ))}
        </td>
      </tr>
      <ClauseRow {...clause} columns={3} />
    </>
  );
}

interface FiguresOf extends CityRowOf {
  readonly unit: FigureUnit;
  readonly leaves: readonly FigureLeaf[];
}

/** A field for each figure; of several each under what leads to it. */
function Figures(of: FiguresOf) {
  const { language } = useLanguage();
  const { standard, value, leaves, effective } = of;
  const [only] = leaves;
  if (leaves.length === 1 && only !== undefined && only.steps.length === 0) return <Figure {...of} leaf={only} />;
  return figureGroups(leaves, valueAt(value, placeIn(standard.id))).map((group) => {
    const heading = stepsText(group.steps, effective, language);
    return (
      <div key={group.path.join('/')} className="standards-group">
        {heading === '' ? null : <strong>{heading}</strong>}
        <table className="standards-keyed">
          <tbody>
            {group.leaves.map((leaf) => {
              const last = leaf.steps.at(-1);
              return (
                <tr key={leaf.path.join('/')}>
                  <th scope="row">{last === undefined ? null : stepText(last, effective, language)}</th>
                  <td>
                    <Figure {...of} leaf={leaf} />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    );
  });
}

function Figure({ standard, effective, unit, leaf, mayWrite, change }: FiguresOf & { readonly leaf: FigureLeaf }) {
  const { language } = useLanguage();
  const form = useWords(formWords);
  const label = standard.label[language];
  const inForce = inForceAt(leaf);
  const isChanged = inForce !== undefined && leaf.own !== inForce;
  return (
    <>
      <FigureInput
        label={leaf.steps.length === 0 ? label : form.fieldOf(label, stepsText(leaf.steps, effective, language))}
        unit={unit}
        own={leaf.own}
        city={inForce}
        wrong={[]}
        isFloor
        disabled={!mayWrite}
        // A standard of the city's has to say something: emptied it says what is in force.
        onFigure={(figure) => {
          const next = figure ?? inForce;
          if (next !== undefined) change(placeIn(standard.id, leaf.path), next);
        }}
      />
      {isChanged ? <small>{form.changedFrom(figureWords(inForce, unit, language))}</small> : null}
    </>
  );
}
