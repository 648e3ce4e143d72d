import { useWords } from '../language/language.tsx';
import type { ProductGroup } from './product-groups.ts';
import { standardsWords } from './words.ts';

interface ProductLinksOf {
  readonly groups: readonly Pick<ProductGroup<unknown>, 'group'>[];
  readonly nameOf: (group: string) => string;
}

/** The ways to the products further down on a page, whose parts are called `product-` and the product's name. */
export function ProductLinks({ groups, nameOf }: ProductLinksOf) {
  const words = useWords(standardsWords);
  return (
    <nav className="standards-products" aria-label={words.products}>
      {groups.map(({ group }) => (
        <a key={group} href={`#product-${group}`}>
          {nameOf(group)}
        </a>
      ))}
    </nav>
  );
}
