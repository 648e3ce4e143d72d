import type { Language } from '../domain/label.ts';
import { say } from '../domain/messages/index.ts';
import type { Verification } from '../usecases/verification.ts';
import { writeJson } from './json.ts';

/** A verification as JSON, with its reasons in words. */
export function verificationJson({ why, inForceNow, ...rest }: Verification, language: Language): string {
  const { code: now, ...applies } = inForceNow;
  return writeJson({
    ...rest,
    why: why.map(({ code, args }) => ({ code, args, ...say(code, args, language) })),
    inForceNow: { ...applies, message: now === null ? null : say(now, {}, language).message },
  });
}
