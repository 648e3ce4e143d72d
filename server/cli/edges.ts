import type { EdgesOfType, EdgesRefusal } from '../analysis/edges/edge.ts';
import type { FindingArgument } from '../domain/finding.ts';
import type { Language } from '../domain/label.ts';
import { say } from '../domain/messages/index.ts';
import { refuse } from '../domain/refusal.ts';
import { claimWords, edgeWords, thresholdWords } from '../http/edge-words.ts';
import { edgesJson } from '../http/edges-json.ts';
import type { EffectiveRuleSet } from '../rulesets/effective-rule-set.ts';
import { type Side, sideOf } from '../usecases/compared/side.ts';
import { type ComparedEdges, edges } from '../usecases/edges.ts';
import type { CommandLine } from './program.ts';
import { readSide } from './read-side.ts';
import { openBookOf } from './sources.ts';
import type { CommonOptions } from './workplace.ts';

const SHOWN = 50;
const MOST = 1000;

/**
 * `dixian edges A B --limit`: claims one fen below, at and above every threshold that two rule sets settle differently. Ends
 * with 0 where nobody is paid less, 1 where somebody is or is refused by the second rules alone, 2 where it could not be done;
 * 3: nobody was found, and not everything that the first rules settle was tried.
 */
export const edgesCommand: CommandLine<CommonOptions & { readonly limit?: string }> = {
  name: 'edges',
  arguments: '<from> <to>',
  help: 'helpEdges',
  options: [['--limit <number>', 'helpEdgesLimit', { most: MOST }]],
  async run(workplace, options, [from = '', to = '']) {
    const limit = limitOf(options.limit);
    const book = await openBookOf(workplace, options, [from, to]);
    const now = workplace.now(options.demo === true);
    const sides = [await sideOf(book, from, now, readSide), await sideOf(book, to, now, readSide)] as const;
    const found = await edges(...sides, { limit });
    const ruleSets = sides.map(({ rules }) => rules.effective);
    const { output } = workplace.terminal;
    if (options.json === true) output.write(`${edgesJson(found, ruleSets, options.lang)}\n`);
    else output.write(`${sheet(found, sides, options.lang).join('\n')}\n`);
    // Who is refused by the second rules alone has lost.
    const loses = ({ worse, refusals }: EdgesOfType) => worse > 0 || refusals.some(({ by }) => by === 'to');
    if (found.types.some(loses)) return 1;
    return isTriedThroughout(found) ? 0 : 3;
  },
};

/** @throws Refusal `edgesLimit` */
function limitOf(given: string | undefined): number {
  const limit = given === undefined ? SHOWN : /^\d{1,4}$/.test(given) ? Number(given) : 0;
  return limit >= 1 && limit <= MOST ? limit : refuse('edgesLimit', { given: given ?? '', most: MOST });
}

/** The comparison as people read it: a sentence for each claim, what it is an edge of, how many there are. */
function sheet(found: ComparedEdges, sides: readonly Side[], language: Language): readonly string[] {
  const words = (code: string, args: Readonly<Record<string, FindingArgument>>) => say(code, args, language).message;
  const ruleSets = sides.map(({ rules }) => rules.effective);
  const shown = found.edges.flatMap((edge) => [
    `- ${edgeWords(edge, ruleSets, language)}`,
    `  ${edge.meets.map((one) => thresholdWords(one, edge, ruleSets, language)).join(language === 'zh' ? '；' : '; ')}`,
  ]);
  const { different } = found;
  return [
    words('edgesHead', { from: found.from.label, to: found.to.label }),
    ...found.types.flatMap((type) => [
      `  ${ofType(type, words)}`,
      ...type.refusals.map((refusal) => `    ${refusedWords(refusal, ruleSets, language)}`),
    ]),
    ...leftOut(found, words).map((line) => `  ${line}`),
    '',
    different === 0 ? words(noneOf(found), {}) : words('edgesShown', { different, shown: found.edges.length }),
    ...shown,
  ];
}

/** Claims that one side alone takes, or that were not tried, do differ, or may. */
function noneOf({ types, leftOut, truncated }: ComparedEdges): string {
  const oneSided = types.some(({ refusals }) => refusals.some(({ by }) => by !== 'both'));
  const untried = leftOut.types.length + leftOut.facts.length + leftOut.days > 0 || truncated;
  return oneSided || untried ? 'edgesNoneOfBoth' : 'edgesNone';
}

/** Whether all was tried that the first rules settle: what the second alone have takes nothing from anybody. */
function isTriedThroughout({ leftOut: { types }, truncated }: ComparedEdges): boolean {
  return !truncated && types.every(({ reason }) => reason === 'onlyTo');
}

type Words = (code: string, args: Readonly<Record<string, FindingArgument>>) => string;

function ofType({ label, situations, considered, worse, better, equal, refused }: EdgesOfType, words: Words): string {
  const counts = { considered, worse, better, equal, refused };
  return words('edgesOfType', { type: label, ...counts, situations: situations.considered, alike: situations.alike });
}

const REFUSED_BY = { from: 'edgesRefusedFrom', to: 'edgesRefusedTo', both: 'edgesRefusedBoth' } as const;

function refusedWords(refusal: EdgesRefusal, ruleSets: readonly EffectiveRuleSet[], language: Language): string {
  const { by, finding, claims } = refusal;
  const why = say(finding.code, finding.args, language).message;
  return say(REFUSED_BY[by], { claims, why, facts: claimWords(refusal, ruleSets, language) }, language).message;
}

function leftOut({ leftOut: { types, facts, days }, truncated }: ComparedEdges, words: Words): readonly string[] {
  const reasons = { onlyFrom: 'edgesOnlyFrom', onlyTo: 'edgesOnlyTo', notComparable: 'edgesNotComparable' } as const;
  const named = [...new Set(facts.map(({ fact }) => fact))].join(', ');
  return [
    ...types.map(({ type, reason }) => words(reasons[reason], { type })),
    ...(facts.length > 0 ? [words('edgesOneSided', { facts: named })] : []),
    ...(days > 0 ? [words('edgesDays', { days })] : []),
    ...(truncated ? [words('edgesTruncated', {})] : []),
  ];
}
