import type { components, Evaluation } from '../../client/index.ts';
import { useWords } from '../language/language.tsx';
import { cnyWords, fenOf } from '../settlement/money.ts';
import { rulesOf } from '../settlement/rules-of.ts';
import { calculatorWords } from './words.ts';

type Layer = components['schemas']['SettledLayer'];

/** A settlement in plain sentences: each layer in paying order with its rules, then what the person bears. */
export function Sentences({ settlement }: { readonly settlement: Evaluation }) {
  const words = useWords(calculatorWords);
  const { selfPay, named } = settlement;
  const pots = Object.entries(selfPay).filter(([pot]) => pot !== 'total');
  const parts = pots.map(([pot, cny]) => words.part(named?.pots[pot] ?? pot, cnyWords(fenOf(cny))));
  return (
    <ol className="calculator-sentences">
      {settlement.layers.map((layer) => (
        <li key={layer.layer}>
          <LayerSentence layer={layer} settlement={settlement} />
        </li>
      ))}
      <li>{words.stepSelf(cnyWords(fenOf(selfPay.total)), parts.length > 1 ? parts.join(words.listed) : '')}</li>
    </ol>
  );
}

function LayerSentence({ layer, settlement }: { readonly layer: Layer; readonly settlement: Evaluation }) {
  const words = useWords(calculatorWords);
  const { named } = settlement;
  const name = named?.layers[layer.layer] ?? layer.layer;
  if (layer.reason !== undefined) return words.stepNothing(name, named?.reasons[layer.reason] ?? layer.reason);
  const amount = cnyWords(fenOf(layer.paid));
  const department = layer.payer === null ? undefined : named?.departments[layer.payer];
  const payer = layer.payer === null ? null : (named?.payers[layer.payer] ?? layer.payer);
  const paying = payer === null || department === undefined ? payer : words.payerOf(payer, department);
  return (
    <>
      {paying === null ? words.stepPlain(name, amount) : words.step(name, paying, amount)}
      {rulesOf(settlement, layer.layer).map((rule) => (
        <span key={rule.rule} className="calculator-rule">
          {rule.clause === null
            ? words.stepRulePlain(rule.label, rule.formula)
            : words.stepRule(rule.label, named?.clauses[rule.clause] ?? rule.clause, rule.formula)}
        </span>
      ))}
    </>
  );
}
