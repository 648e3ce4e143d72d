import type { Evaluation } from '../../client/index.ts';
import { useWords } from '../language/language.tsx';
import { cnyWords, fenOf } from './money.ts';
import { layerNames, paidBy, type Side } from './sides.ts';
import { settlementWords } from './words.ts';

/** Settlements of one claim that are held against the first of them. */
export interface SidesOf {
  readonly sides: readonly Side[];
  /** What is said above how much more or less is paid than in the first, such as `与市级相比`. */
  readonly against: string;
  readonly title: string;
}

/** Settlements of one claim under each other: what each layer pays, what is paid in all, what the person bears, against the first. */
export function SideTable({ sides, against, title }: SidesOf) {
  const words = useWords(settlementWords);
  const layers = layerNames(sides);
  return (
    <>
      <p className="settlement-unit">{words.inUnit}</p>
      <table className="settlement-table settlement-sides">
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">{words.where}</th>
            {layers.map(([layer, name]) => (
              <th scope="col" key={layer} className="settlement-amount settlement-wide">
                {name}
              </th>
            ))}
            <th scope="col" className="settlement-amount settlement-wide">
              {words.inAll}
            </th>
            <th scope="col" className="settlement-amount">
              {words.selfPay}
            </th>
            <th scope="col" className="settlement-amount">
              {against}
            </th>
          </tr>
        </thead>
        <tbody>
          {sides.map(({ key, name, settlement }) => (
            <tr key={key}>
              <th scope="row">
                {name}
                <small>{versionOf(settlement, words)}</small>
              </th>
              {layers.map(([layer]) => (
                <td key={layer} className="settlement-amount settlement-wide">
                  {cnyWords(paidBy(settlement, layer))}
                </td>
              ))}
              <td className="settlement-amount settlement-wide">{cnyWords(fenOf(settlement.paid))}</td>
              <td className="settlement-amount">{cnyWords(fenOf(settlement.selfPay.total))}</td>
              <td className="settlement-amount">
                <Against settlement={settlement} first={sides[0]?.settlement ?? settlement} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

/** How much more or less is paid than in the first, with a sign, so that colour is never the only one. */
function Against({ settlement, first }: { readonly settlement: Evaluation; readonly first: Evaluation }) {
  const words = useWords(settlementWords);
  if (settlement === first) return '–';
  const more = fenOf(settlement.paid) - fenOf(first.paid);
  if (more === 0) return words.same;
  return (
    <span className={more > 0 ? 'settlement-better' : 'settlement-worse'}>
      {more > 0 ? '▲ +' : '▼ '}
      {cnyWords(more)}
    </span>
  );
}

function versionOf({ ruleSet }: Evaluation, words: { versions(county: string, city: string): string }): string {
  const { version, base, jurisdiction } = ruleSet;
  const city = base.version ?? '';
  return version === null || jurisdiction === base.jurisdiction ? city : words.versions(version, city);
}
