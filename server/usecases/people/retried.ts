import { Refusal } from '../../domain/refusal.ts';

const TIMES = 5;

/**
 * Does what is decided upon what stands, and decides anew where that has moved on meanwhile: for acts that nobody has looked
 * at a revision for.
 * @throws Refusal whatever else it is refused with; `stateMoved` where it moves on every time
 */
export async function retried<Result>(act: () => Promise<Result>): Promise<Result> {
  for (let time = 1; ; time += 1) {
    try {
      return await act();
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== 'stateMoved' || time === TIMES) throw error;
    }
  }
}
