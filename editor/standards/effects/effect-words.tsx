import { useWords } from '../../language/language.tsx';
import { cnyWords, fenOf } from '../../settlement/money.ts';
import { type Compared, effectOf } from './compared.ts';
import { effectsWords } from './words.ts';

/** What a draft does to one claim, in a line. */
export function EffectWords({ compared }: { readonly compared: Compared }) {
  const words = useWords(effectsWords);
  const effect = effectOf(compared);
  if (effect === null) return <span>{words.refused}</span>;
  const say = (cny: number | undefined) => cnyWords(fenOf(cny ?? 0));
  const [before, after] = [say(compared.before?.selfPay.total), say(compared.after?.selfPay.total)];
  if (effect.selfPay < 0)
    return <span className="standards-better">{words.selfPayFalls(before, after, cnyWords(-effect.selfPay))}</span>;
  if (effect.selfPay > 0)
    return <span className="standards-worse">{words.selfPayRises(before, after, cnyWords(effect.selfPay))}</span>;
  if (effect.paid !== 0) return <span>{words.paidMore(say(compared.before?.paid), say(compared.after?.paid))}</span>;
  return <span>{words.partsMoved}</span>;
}
