import type { Borne, Counterexample, YearExample } from '../analysis/proof/proof.ts';
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
    year: { ...year, example: year.example === null ? null : yearJson(year.example) },
    bounds,
    undecided,
    certificate: certificateOf(proof),
  });
}

/** A draft's text as proved, for its answer. */
export function provedTextJson({ against, grounds }: ProvedText): string {
  return writeJson({
    against,
    grounds: grounds.map(({ counterexample, ...rest }) => {
      return { ...rest, counterexample: counterexample === null ? null : exampleJson(counterexample) };
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

function yearJson({ selfPay, loss, ...rest }: YearExample) {
  const both = { from: new Amount(selfPay.from), to: new Amount(selfPay.to) };
  return { ...rest, selfPay: both, loss: new Amount(loss) };
}
