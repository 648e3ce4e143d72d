import type { Evaluation } from '../../client/index.ts';
import { fenOf } from './money.ts';

/** One settlement among several: what it is called, such as a place. */
export interface Side {
  readonly key: string;
  readonly name: string;
  readonly settlement: Evaluation;
}

/** The layers of all sides with what they are called; a county may have some of its own. */
export function layerNames(sides: readonly Side[]): readonly (readonly [string, string])[] {
  const names = new Map<string, string>();
  for (const { settlement } of sides) {
    for (const { layer } of settlement.layers) names.set(layer, settlement.named?.layers[layer] ?? layer);
  }
  return [...names];
}

/** What a layer pays of a settlement, in fen; 0 for one that it does not have. */
export function paidBy({ layers }: Evaluation, layer: string): number {
  return fenOf(layers.find((one) => one.layer === layer)?.paid ?? 0);
}
