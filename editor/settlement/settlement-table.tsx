import type { components, Evaluation } from '../../client/index.ts';
import { useWords } from '../language/language.tsx';
import { cnyWords, fenOf } from './money.ts';
import { type AppliedRule, rulesOf } from './rules-of.ts';
import { useShareNames } from './share-names.ts';
import { settlementWords } from './words.ts';

type Layer = components['schemas']['SettledLayer'];

/** A settlement as a table: each layer with who pays, by which rule and clause, how it was calculated, and what it comes to. */
export function SettlementTable({ settlement, title }: { readonly settlement: Evaluation; readonly title: string }) {
  const words = useWords(settlementWords);
  const pots = Object.entries(settlement.selfPay).filter(([pot]) => pot !== 'total');
  return (
    <table className="settlement-table">
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col">{words.layer}</th>
          <th scope="col">{words.how}</th>
          <th scope="col" className="settlement-amount">
            {words.pays}
          </th>
        </tr>
      </thead>
      <tbody>
        {settlement.layers.map((layer) => (
          <LayerRow key={layer.layer} layer={layer} settlement={settlement} />
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={2}>
            {words.inAll}
          </th>
          <td className="settlement-amount">{cnyWords(fenOf(settlement.paid))}</td>
        </tr>
        <tr>
          <th scope="row" colSpan={2}>
            {words.selfPay}
            {pots.length < 2 ? null : (
              <small>
                {pots
                  .map(([pot, cny]) => words.step(settlement.named?.pots[pot] ?? pot, cnyWords(fenOf(cny))))
                  .join(words.listed)}
              </small>
            )}
          </th>
          <td className="settlement-amount">{cnyWords(fenOf(settlement.selfPay.total))}</td>
        </tr>
      </tfoot>
    </table>
  );
}

function LayerRow({ layer, settlement }: { readonly layer: Layer; readonly settlement: Evaluation }) {
  const words = useWords(settlementWords);
  const { named } = settlement;
  const payer = layer.payer === null ? null : (named?.payers[layer.payer] ?? layer.payer);
  const channel = layer.channel === null ? null : (named?.channels[layer.channel] ?? layer.channel);
  return (
    <tr className={layer.paid === 0 ? 'settlement-nothing' : undefined}>
      <th scope="row">
        {named?.layers[layer.layer] ?? layer.layer}
        <small>{[payer, channel].filter((one) => one !== null).join(words.listed)}</small>
      </th>
      <td>
        {layer.reason === undefined ? null : <p>{named?.reasons[layer.reason] ?? layer.reason}</p>}
        {layer.settled === true ? <p>{words.settledElsewhere}</p> : null}
        {rulesOf(settlement, layer.layer).map((rule) => (
          <RuleLines
            key={rule.rule}
            rule={rule}
            settlement={settlement}
            funding={layer.lines.find((line) => line.rule === rule.rule)?.funding}
          />
        ))}
      </td>
      <td className="settlement-amount">{cnyWords(fenOf(layer.paid))}</td>
    </tr>
  );
}

interface RuleShown {
  readonly rule: AppliedRule;
  readonly settlement: Evaluation;
  readonly funding: Readonly<Record<string, number>> | undefined;
}

function RuleLines({ rule, settlement, funding }: RuleShown) {
  const words = useWords(settlementWords);
  const clause = rule.clause === null ? null : (settlement.named?.clauses[rule.clause] ?? rule.clause);
  const { base } = settlement.ruleSet;
  const raised = rule.standards.filter(
    ({ origin, words: figure, cityWords }) =>
      origin.jurisdiction !== base.jurisdiction && cityWords !== null && cityWords !== figure,
  );
  // Of a benefit a county's figure is never the worse one; a premium is no benefit, and may also be lower than the city's.
  const sign = funding === undefined ? '▲' : '◆';
  return (
    <div className="settlement-rule">
      {rule.label}
      {clause === null ? null : <small>{words.clause(clause)}</small>}
      <code>{funding === undefined ? rule.formula : <Shares funding={funding} />}</code>
      {raised.map(({ id, label, words: figure, cityWords }) => (
        <small key={id}>
          {sign} {words.raisedFrom(label, figure, cityWords ?? '')}
        </small>
      ))}
    </div>
  );
}

/** Who brings a premium. */
function Shares({ funding }: { readonly funding: Readonly<Record<string, number>> }) {
  const words = useWords(settlementWords);
  const shareName = useShareNames();
  return Object.entries(funding)
    .map(([name, cny]) => words.step(shareName(name), cnyWords(fenOf(cny))))
    .join(words.listed);
}
