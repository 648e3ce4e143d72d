import type { Complaint } from './explain-schema.ts';
import { stepsOf } from './positions.ts';

/**
 * The comma of thousands: between brackets it ends a value, and what stands behind it becomes a key without one. Such a key is
 * told as that (`thousandsComma`), any other complaint as it is.
 */
export function aboutThousandsComma(document: unknown, complaint: Complaint): Complaint {
  const { code, pointer, args } = complaint;
  if (code !== 'unknownKey' && code !== 'wrongType' && code !== 'notAnItem') return complaint;
  const steps = stepsOf(pointer);
  const last = steps.at(-1) ?? '';
  const key = code === 'unknownKey' && typeof args.key === 'string' ? args.key : last;
  if (key !== last || !/^\d{3}(\.\d+)?$/.test(key)) return complaint;
  const holder = steps.slice(0, -1).reduce(memberOf, document);
  if (memberOf(holder, key) !== null || !hasNumber(holder)) return complaint;
  return { code: 'thousandsComma', args: { key }, pointer, of: 'key' };
}

function memberOf(holder: unknown, key: string): unknown {
  return typeof holder === 'object' && holder !== null && Object.hasOwn(holder, key)
    ? (Reflect.get(holder, key) as unknown)
    : undefined;
}

function hasNumber(holder: unknown): boolean {
  return typeof holder === 'object' && holder !== null && Object.values(holder).some((one) => typeof one === 'number');
}
