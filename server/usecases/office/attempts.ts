import { Refusal } from '../../domain/refusal.ts';

/** How often something is decided anew because what it was decided upon moved. */
const MOST = 6;

/**
 * Does what reads, decides and acts; where somebody else's act came between, once more from the reading on.
 * @throws Refusal `stateMoved` where others were quicker every time; whatever else it refuses
 */
export async function untilUnmoved<Result>(attempt: () => Promise<Result>): Promise<Result> {
  for (let count = 1; ; count += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== 'stateMoved' || count === MOST) throw error;
    }
  }
}
