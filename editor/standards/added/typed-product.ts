import { type AddedProduct, ID } from './added-product.ts';
import { typedFigure } from './typed-figure.ts';

/** What was typed of a product, as it was typed. */
export interface TypedProduct {
  readonly name: string;
  readonly nameEn: string;
  readonly payer: string;
  readonly code: string;
  readonly claimType: string;
  readonly whom: readonly (string | number | boolean)[];
  readonly pots: readonly string[];
  readonly ratio: string;
  readonly deductible: string;
  readonly annualCap: string;
}

/** What is wrong with a field; said in words where it is shown. Of what is no figure its field tells by itself. */
export type Wrong = 'missing' | 'codeWrong' | 'codeTaken' | 'figure';

/** The product that was typed, or what is wrong with which field. */
export type ProductRead =
  | { readonly product: AddedProduct }
  | { readonly wrong: Readonly<Partial<Record<keyof TypedProduct, Wrong>>> };

/** Reads what was typed of a product. @param fact by which it is said for whom @param isTaken whether an id is in use */
export function readProduct(typed: TypedProduct, fact: string, isTaken: (id: string) => boolean): ProductRead {
  const wrong: Partial<Record<keyof TypedProduct, Wrong>> = {};
  for (const field of ['name', 'payer', 'code', 'ratio'] as const)
    if (typed[field].trim() === '') wrong[field] = 'missing';
  for (const field of ['whom', 'pots'] as const) if (typed[field].length === 0) wrong[field] = 'missing';
  const id = typed.code.trim();
  if (wrong.code === undefined && !ID.test(id)) wrong.code = 'codeWrong';
  if (wrong.code === undefined && isTaken(id)) wrong.code = 'codeTaken';
  const figure = (field: 'ratio' | 'deductible' | 'annualCap'): number | null => {
    if (typed[field].trim() === '') return null;
    const read = typedFigure(typed[field], field === 'ratio' ? 'share' : 'CNY');
    if ('value' in read) return read.value;
    wrong[field] = 'figure';
    return null;
  };
  const [ratio, deductible, annualCap] = [figure('ratio'), figure('deductible'), figure('annualCap')];
  if (Object.keys(wrong).length > 0 || ratio === null) return { wrong };
  return {
    product: {
      ...{ id, ratio, deductible, annualCap, claimType: typed.claimType },
      name: { zh: typed.name.trim(), en: typed.nameEn.trim() },
      payer: { zh: typed.payer.trim(), en: '' },
      whom: { fact, items: typed.whom },
      pots: typed.pots,
    },
  };
}
