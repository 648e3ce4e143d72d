import type { Borne, Counterexample, YearExample, YearProof } from '../analysis/proof/proof.ts';
import { Amount } from '../domain/amount.ts';
import type { Fen } from '../domain/money.ts';
import type { ProvedText } from '../usecases/drafts/prove-text.ts';
import { certificateOf } from '../usecases/proof-certificate.ts';
import type { ComparedProof } from '../usecases/prove.ts';
import { writeJson } from './json.ts';

/** A proof as it is answered: amounts in CNY, the certificate with it where something was proved. */
export function proofJson(proof: ComparedProof): string {
  const { result, statement, from, to, profiles, counterexample, year, bounds, undecided } = proof;
  return writeJson({
    result,
    statement,
    from,
    to,
    profiles,
    counterexample: counterexample === null ? null : exampleJson(counterexample),
    year: yearJson(year),
    bounds,
    undecided,
    certificate: certificateOf(proof),
  });
}

/** A draft's text as proved, for its answer. */
export function provedTextJson({ against, grounds }: ProvedText): string {
  return writeJson({
    against,
    grounds: grounds.map(({ counterexample, year, ...rest }) => {
      const example = counterexample === null ? null : exampleJson(counterexample);
      return { ...rest, counterexample: example, year: yearJson(year) };
    }),
  });
}

function exampleJson({ before, after, loss, ...rest }: Counterexample) {
  return { ...rest, loss: new Amount(loss), before: borneJson(before), after: borneJson(after) };
}

function borneJson({ paid, selfPay, layers }: Borne) {
  return {
    paid: new Amount(paid),
    selfPay: Object.fromEntries(Object.entries(selfPay).map(([pot, fen]) => [pot, new Amount(fen)])),
    layers: layers.map(({ layer, paid: given }: { layer: string; paid: Fen }) => ({ layer, paid: new Amount(given) })),
  };
}

function yearJson({ example, ...rest }: YearProof) {
  return { ...rest, example: example === null ? null : yearExampleJson(example) };
}

function yearExampleJson({ selfPay, paid, loss, ...rest }: YearExample) {
  return { ...rest, selfPay: bothJson(selfPay), paid: bothJson(paid), loss: new Amount(loss) };
}

function bothJson({ from, to }: YearExample['paid']) {
  return { from: new Amount(from), to: new Amount(to) };
}
