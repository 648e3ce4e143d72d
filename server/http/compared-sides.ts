import type { EdgesRequest } from '../../schemas/generated/documents.ts';
import type { Finding } from '../domain/finding.ts';
import { Refusal } from '../domain/refusal.ts';
import { checkRequest, inRequestOrder } from '../rulesets/request-check.ts';
import { type Side, sideOf, sideOfDraft } from '../usecases/compared/side.ts';
import { draftRules } from '../usecases/draft-rules.ts';
import { isObject, wrong } from '../usecases/request-field.ts';
import { allowFor } from './guard.ts';
import { placeProblems } from './problem-groups.ts';
import type { ProblemCode } from './problem-status.ts';
import type { Call } from './route.ts';
import type { Service } from './service.ts';

/** Two rule sets in a request: both published, or one with a text that has not been. */
export type SidesAsked = Pick<EdgesRequest, 'from' | 'to' | 'draft'>;

type DraftAsked = NonNullable<SidesAsked['draft']>;

/** What finding the sides of a request can be refused with. */
export const sideProblems: readonly ProblemCode[] = [
  ...placeProblems,
  ...(['requestFieldMissing', 'requestFieldUnknown', 'requestWrongType', 'requestTooLong', 'requestNotCode'] as const),
  ...(['requestNotDate', 'requestNotTogether', 'sideMalformed', 'unknownJurisdiction', 'unknownVersion'] as const),
  ...(['baseVersionDiffers', 'unknownDigest', 'jurisdictionNotAllowed', 'draftInvalid', 'draftNotARuleSet'] as const),
  'draftOtherJurisdiction',
];

/** A request that names two sides. @throws Refusal with everything wrong with it, in the order of its fields */
export function sidesIn<Asked extends SidesAsked>(kind: 'edges' | 'proof', value: unknown): Asked {
  const found = inRequestOrder(kind, [...checkRequest(kind, value), ...secondSide(value)], value);
  if (found.length > 0) throw new Refusal(found);
  return value as Asked;
}

/** The second side is one of two fields, which the schema says in words alone. */
function secondSide(value: unknown): readonly Finding[] {
  if (!isObject(value)) return [];
  const [to, draft] = [Object.hasOwn(value, 'to'), Object.hasOwn(value, 'draft')];
  if (to !== draft) return [];
  return to
    ? [wrong('requestNotTogether', '/draft', { field: 'draft', other: 'to' })]
    : [wrong('requestFieldMissing', '/to', { field: 'to' })];
}

/**
 * Finds both sides of a request for whoever asks; a text of theirs is read in another thread first, so that one that takes its
 * reader too long holds up nobody else.
 * @returns from and to; throws Refusal with what {@link sideProblems} names, each with its place in the request
 */
export function comparedSides(service: Service): (call: Call, asked: SidesAsked) => Promise<readonly [Side, Side]> {
  const { textBytes } = service.limits;
  const rulesOfDraft = draftRules(service.book, textBytes);
  const draftSide = async (draft: DraftAsked, { identity, language }: Call): Promise<Side> => {
    try {
      await allowFor(service, identity, 'read', draft.jurisdiction);
      await service.ofText({ kind: 'validation', text: draft.text, language, textBytes });
      return await sideOfDraft(rulesOfDraft, draft);
    } catch (error) {
      throw error instanceof Refusal ? placedIn(error, '/draft') : error;
    }
  };
  return async (call, asked) => {
    const from = await side(service, call, 'from', asked.from);
    const { to = '', draft } = asked;
    return [from, draft === undefined ? await side(service, call, 'to', to) : await draftSide(draft, call)];
  };
}

/** What is wrong with a text keeps its lines; all else has its place in the request. */
function placedIn({ findings, code }: Refusal, pointer: string): Refusal {
  const placed = findings.map((finding) => {
    const at = finding.at?.pointer === '/ruleSet/text' ? { ...finding.at, pointer: `${pointer}/text` } : { pointer };
    return { ...finding, at };
  });
  return new Refusal(placed, code);
}

/** A side that who asks may read. */
async function side(service: Service, { identity }: Call, field: 'from' | 'to', reference: string): Promise<Side> {
  try {
    const found = await sideOf(service.book, reference, service.now(), null);
    await allowFor(service, identity, 'read', found.rules.jurisdiction.code);
    return found;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    // Where in the request it is said; what is wrong with a published text has a place in that text.
    const findings = error.findings.map((finding) =>
      finding.at?.file === undefined ? { ...finding, at: { pointer: `/${field}` } } : finding,
    );
    throw new Refusal(findings, error.code);
  }
}
