import { Button } from 'antd';
import { useLanguage, useWords } from '../../language/language.tsx';
import { sameYaml, type YamlValue } from '../text/yaml-value.ts';
import { BandsTable } from './bands-table.tsx';
import { bordersIn } from './facts.ts';
import { figureGroups } from './figure-groups.ts';
import { figureLeaves } from './figure-leaves.ts';
import { figureWords } from './figure-words.ts';
import type { Told } from './floor-words.ts';
import { CityFigures, type GroupOf, LeafTable, useOwnFigures } from './leaf-table.tsx';
import type { FigureShape } from './shape.ts';
import { stepsText } from './step-text.ts';
import { useDraftView } from './view.ts';
import { formWords } from './words.ts';

/** A standard that is made of several figures: each in a field of its own, under the keys and rows that lead there. */
export function FiguresTable({ told, shape }: { readonly told: Told; readonly shape: FigureShape }) {
  const { language } = useLanguage();
  const words = useWords(formWords);
  const { mayWrite } = useDraftView();
  const { own, set } = useOwnFigures(told);
  const { standard, effective } = told;
  const leaves = figureLeaves(standard.cityValue as YamlValue, own, standard.by);
  const around = leaves.flatMap(({ steps }) => steps.slice(0, -1).filter(({ kind }) => kind === 'row'));
  const looked = [...new Set(around.map(({ fact }) => bordersIn(effective, fact).label?.[language] ?? ''))];
  return (
    <>
      {figureGroups(leaves, own).map((group) => {
        const heading = stepsText(group.steps, effective, language);
        return (
          <div key={group.path.join('/')} className="standards-group">
            {heading === '' ? null : <strong>{heading}</strong>}
            <Group told={told} unit={shape.unit} group={group} />
          </div>
        );
      })}
      {mayWrite && looked.length > 0 ? <p className="aside">{words.bordersInText(looked.join(words.either))}</p> : null}
      {mayWrite && shape.kind === 'nested' && own !== undefined && told.section === 'standards' ? (
        <Button
          size="small"
          aria-label={words.fieldOf(standard.label[language], words.bandsAsCity)}
          onClick={() => set(undefined)}
        >
          {words.bandsAsCity}
        </Button>
      ) : null}
    </>
  );
}

function Group({ told, unit, group }: GroupOf) {
  if (group.isBands) return <BandsTable told={told} unit={unit} group={group} />;
  const figures = group.leaves.filter(({ isFigure }) => isFigure);
  const others = group.leaves.filter(({ isFigure }) => !isFigure);
  return (
    <>
      {figures.length === 0 ? null : <LeafTable told={told} unit={unit} group={{ ...group, leaves: figures }} />}
      {others.map((leaf) => (
        <OnlyWritten key={leaf.path.join('/')} told={told} unit={unit} leaf={leaf} />
      ))}
    </>
  );
}

/** A place that is written in different ways by city and county, or by the city for all keys: it is told, and changed in the text. */
function OnlyWritten({
  told,
  unit,
  leaf,
}: Omit<GroupOf, 'group'> & { readonly leaf: GroupOf['group']['leaves'][number] }) {
  const { language } = useLanguage();
  const words = useWords(formWords);
  const { own, city, steps } = leaf;
  const last = stepsText(steps.slice(-1), told.effective, language);
  const isWord = city.every((one) => typeof one !== 'object');
  const isAsCity = own === undefined || city.every((one) => sameYaml(one, own));
  return (
    <p className="aside">
      {last}{' '}
      {isAsCity ? (
        <>
          {isWord ? <CityFigures figures={city} unit={unit} section={told.section} /> : null} {words.onlyWritten}
        </>
      ) : typeof own === 'object' ? (
        words.otherShape
      ) : (
        words.writtenOtherwise(figureWords(own, unit, language))
      )}
    </p>
  );
}
