import { useWords } from '../../language/language.tsx';
import { cnyWords, fenOf } from '../../settlement/money.ts';
import { type Compared, effectOf, movesPaidAlone } from './compared.ts';
import { effectsWords } from './words.ts';

/** What a draft does to one claim, in a line. */
export function EffectWords({ compared }: { readonly compared: Compared }) {
  const words = useWords(effectsWords);
  const effect = effectOf(compared);
  if (effect === null) return <span>{words.refused}</span>;
  const say = (cny: number | undefined) => cnyWords(fenOf(cny ?? 0));
  const [before, after] = [say(compared.before?.selfPay.total), say(compared.after?.selfPay.total)];
  const { paid, selfPay } = effect;
  const paidToo = movesPaidAlone(effect);
  if (selfPay === 0 && !paidToo) return <span>{words.partsMoved}</span>;
  const [paidBefore, paidAfter] = [say(compared.before?.paid), say(compared.after?.paid)];
  return (
    <>
      {selfPay < 0 ? (
        <span className="standards-better">{words.selfPayFalls(before, after, cnyWords(-selfPay))}</span>
      ) : null}
      {selfPay > 0 ? (
        <span className="standards-worse">{words.selfPayRises(before, after, cnyWords(selfPay))}</span>
      ) : null}
      {paidToo && paid > 0 ? (
        <span className="standards-better">{words.paidRises(paidBefore, paidAfter, cnyWords(paid))}</span>
      ) : null}
      {paidToo && paid < 0 ? (
        <span className="standards-worse">{words.paidFalls(paidBefore, paidAfter, cnyWords(-paid))}</span>
      ) : null}
    </>
  );
}
