import { Amount } from '../domain/amount.ts';
import { cny } from './money-json.ts';

/**
 * A value as JSON, as `JSON.stringify` writes it, but for amounts: they are JSON numbers of CNY with exactly two decimals.
 * Fields that are undefined are left out.
 */
export function writeJson(value: unknown): string {
  if (value instanceof Amount) return cny(value.fen);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map(writeJson).join()}]`;
  const fields = Object.entries(value).filter(([, one]) => one !== undefined);
  return `{${fields.map(([key, one]) => `${JSON.stringify(key)}:${writeJson(one)}`).join()}}`;
}
