import { isLikeDate } from '../../domain/dates.ts';
import type { Finding } from '../../domain/finding.ts';
import type { ConditionLeaf, Scalar } from '../language.ts';
import { alternatives, didYouMean, givenWords, inBoth, listed } from '../words.ts';
import { type Complaint, wrong } from './complaint.ts';
import { typeWords, unknownFact } from './named-facts.ts';
import { comparable, type Operand, operandOf, operators, standardOperand, takesLiteral } from './operands.ts';
import type { Scope } from './scope.ts';
import { unitWords } from './units.ts';
import { below, type LeafUse, standardsOfLeaf, type Usage } from './usage.ts';

/** Conditions ask about facts and standards that there are, with operators and values that fit them. */
export function* checkConditions(scope: Scope, usage: Usage): Generator<Complaint> {
  for (const use of usage.leaves) if (use.pointer !== null) yield* checkLeaf(scope, use, use.pointer);
}

function* checkLeaf(scope: Scope, { leaf, types }: LeafUse, pointer: string): Generator<Complaint> {
  const { fact, operator, value } = leaf;
  const operand = operandOf(scope, fact, types);
  if (operand === undefined) {
    yield fact.startsWith('$')
      ? unknownStandard(scope, fact, `${pointer}/fact`)
      : unknownFact(scope, fact, types, `${pointer}/fact`);
    return;
  }
  const keyedByTerms = standardsOfLeaf(leaf).find((id) => scope.standards.get(id)?.by.includes('terms'));
  if (keyedByTerms !== undefined) {
    yield wrong('conditionByTerms', pointer, { standard: keyedByTerms });
  } else if (operators[operand.kind].length === 0) {
    yield wrong(operand.kind === 'terms' ? 'termsNotCompared' : 'textNotCompared', `${pointer}/fact`, { fact });
  } else if (!operators[operand.kind].includes(operator)) {
    const known = alternatives(operators[operand.kind].map((one) => ({ zh: one, en: one })));
    yield wrong('operatorNotForKind', `${pointer}/operator`, {
      fact,
      given: operator,
      kind: kindWords(operand),
      known,
    });
  } else yield* checkValue(scope, leaf, operand, value, `${pointer}/value`);
}

function* checkValue(
  scope: Scope,
  { fact, operator }: ConditionLeaf,
  operand: Operand,
  value: ConditionLeaf['value'],
  pointer: string,
): Generator<Complaint> {
  const wantsList = operator === 'in' || operator === 'notIn';
  if (typeof value === 'object' && !Array.isArray(value)) {
    yield* checkReference(scope, { fact, operator, value }, operand, value.fact, `${pointer}/fact`);
  } else if (wantsList !== Array.isArray(value)) {
    yield wrong(wantsList ? 'valueNotAList' : 'valueIsAList', pointer, { given: givenWords(value), operator });
  } else {
    const literals: readonly (readonly [Scalar, string])[] = Array.isArray(value)
      ? value.map((one, index) => [one, below(pointer, index) ?? pointer] as const)
      : [[value, pointer]];
    for (const [literal, at] of literals)
      if (String(literal).startsWith('$'))
        yield wrong('standardAsValue', at, { given: givenWords(literal), meant: `{fact: ${literal}}` });
      else if (!takesLiteral(operand, literal)) yield unfit(scope, fact, operand, literal, at);
  }
}

/** Operators that ask a list for one item. */
const ITEM_OPERATORS: readonly string[] = ['contains', 'doesNotContain'];

function* checkReference(
  scope: Scope,
  { fact, operator }: ConditionLeaf,
  operand: Operand,
  reference: string,
  pointer: string,
): Generator<Complaint> {
  const standard = standardOperand(scope, reference.slice(1));
  if (standard === undefined) yield unknownStandard(scope, reference, pointer);
  else if (!comparable(operand, operator, standard)) {
    const unit = scope.standards.get(reference.slice(1))?.unit ?? '';
    if (
      (operand.kind === 'items' || operand.kind === 'integers') &&
      unit === 'list' &&
      ITEM_OPERATORS.includes(operator)
    ) {
      yield wrong('containsList', pointer, { fact, operator, standard: reference });
      return;
    }
    yield wrong('notComparable', pointer, {
      fact,
      operator,
      kind: kindWords(operand),
      standard: reference,
      unit: unitWords(unit),
    });
  }
}

function unfit(scope: Scope, fact: string, operand: Operand, literal: Scalar, pointer: string): Complaint {
  const given = givenWords(literal);
  if (operand.kind === 'date' && isLikeDate(literal)) return wrong('notADate', pointer, { given });
  if (!('items' in operand)) return wrong('valueNotOfKind', pointer, { given, fact, kind: kindWords(operand) });
  const known = fact === 'claim.type' ? typeWords(scope, [...operand.items]) : listed(operand.items);
  return wrong('valueNotAnItem', pointer, { given, fact, known, meant: didYouMean(String(literal), operand.items) });
}

function unknownStandard(scope: Scope, reference: string, pointer: string): Complaint {
  const meant = didYouMean(reference.slice(1), scope.standards.keys());
  return wrong('unknownStandard', pointer, { given: reference, meant });
}

const kindCodes: Readonly<Record<Operand['kind'], string>> = {
  choice: 'factChoice',
  word: 'factChoice',
  items: 'factList',
  integers: 'factList',
  list: 'factList',
  integer: 'factInteger',
  decimal: 'factDecimal',
  number: 'measureNumber',
  money: 'factMoney',
  boolean: 'factBoolean',
  date: 'factDate',
  text: 'factText',
  terms: 'measureTerms',
};

function kindWords(operand: Operand): Finding['args'][string] {
  return inBoth(kindCodes[operand.kind]);
}
