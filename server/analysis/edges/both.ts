/** Something on both sides of a comparison. */
export interface Both<T> {
  readonly from: T;
  readonly to: T;
}
