import { allowance } from './allowance.ts';
import type { Form } from './form.ts';
import { fund } from './fund.ts';
import { gap } from './gap.ts';
import { reimburse } from './reimburse.ts';
import { scale } from './scale.ts';
import { sum } from './sum.ts';
import { terms } from './terms.ts';
import { topUp } from './top-up.ts';

/** The closed set of payment forms, by the `type` a rule's event names. */
export const forms = { reimburse, topUp, sum, scale, allowance, gap, fund, terms } as const;

/** Name of a form. */
export type FormName = keyof typeof forms;

/** The form an event names; its params have been held to the form's schema. */
export function formOf(type: FormName): Form<never> {
  return forms[type] as Form<never>;
}
