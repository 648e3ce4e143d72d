/** A figure in words, what it is made of under each other: `一级 200 元；二级 500 元` in two lines. */
export function Figure({ told }: { readonly told: string }) {
  return partsOf(told).map((part) => (
    <span className="part" key={part}>
      {part}
    </span>
  ));
}

/** What a figure in words is made of. */
export function partsOf(told: string): readonly string[] {
  return told.split(/(?<=[；;]) */);
}
