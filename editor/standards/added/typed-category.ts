import type { AddedCategory, Criterion } from './added-category.ts';
import { ID } from './added-product.ts';
import { typedFigure } from './typed-figure.ts';

/** What was typed of a category, as it was typed. */
export interface TypedCategory {
  readonly name: string;
  readonly nameEn: string;
  readonly code: string;
  readonly criterion: Criterion['kind'];
  readonly line: string;
  readonly from: string;
  readonly to: string;
  readonly rules: readonly string[];
}

/** What is wrong with a field; said in words where it is shown. Of what is no figure its field tells by itself. */
export type CategoryWrong = 'missing' | 'codeWrong' | 'codeTaken' | 'figure' | 'endsFirst';

/** The category that was typed, or what is wrong with which field. */
export type CategoryRead =
  | { readonly category: AddedCategory }
  | { readonly wrong: Readonly<Partial<Record<keyof TypedCategory, CategoryWrong>>> };

/** Reads what was typed of a category. @param isTaken whether a code is in use */
export function readCategory(typed: TypedCategory, isTaken: (code: string) => boolean): CategoryRead {
  const wrong: Partial<Record<keyof TypedCategory, CategoryWrong>> = {};
  const code = typed.code.trim();
  if (typed.name.trim() === '') wrong.name = 'missing';
  if (code === '') wrong.code = 'missing';
  else if (!ID.test(code)) wrong.code = 'codeWrong';
  else if (isTaken(code)) wrong.code = 'codeTaken';
  if (typed.rules.length === 0) wrong.rules = 'missing';
  if (typed.from !== '' && typed.to !== '' && typed.to < typed.from) wrong.to = 'endsFirst';
  const criterion = criterionOf(typed);
  if (typeof criterion === 'string') wrong.line = criterion;
  if (Object.keys(wrong).length > 0 || typeof criterion === 'string') return { wrong };
  const { from, to, rules } = typed;
  return { category: { code, name: { zh: typed.name.trim(), en: typed.nameEn.trim() }, criterion, from, to, rules } };
}

function criterionOf({ criterion, line }: TypedCategory): Criterion | CategoryWrong {
  if (criterion === 'recognised') return { kind: criterion };
  if (line.trim() === '') return 'missing';
  const read = typedFigure(line, 'CNY');
  return 'value' in read ? { kind: criterion, line: read.value } : 'figure';
}
