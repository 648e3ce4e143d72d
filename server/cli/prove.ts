import { refuse } from '../domain/refusal.ts';
import { proofJson } from '../http/proof-json.ts';
import { MOST_FILE_BYTES } from '../rulesets/parse.ts';
import { type Side, sideOf } from '../usecases/compared/side.ts';
import { CERTIFICATE_FORMAT, type Certificate, certificateOf, checkLemmas } from '../usecases/proof-certificate.ts';
import { type ComparedProof, prove } from '../usecases/prove.ts';
import { deliver } from './deliver.ts';
import type { CommandLine } from './program.ts';
import { ProofProgress } from './proof-progress.ts';
import { proofSheet, verificationSheet } from './proof-words.ts';
import { readSide } from './read-side.ts';
import { readText } from './report.ts';
import { openBookOf } from './sources.ts';
import { forSeconds } from './time-limit.ts';
import type { CommonOptions, ExitCode, Workplace } from './workplace.ts';

/** Options of `dixian prove`. */
export interface ProveOptions extends CommonOptions {
  readonly verify?: string;
  readonly certificate?: string;
  readonly seconds?: string;
}

/** The longest time that a proof may be given, in seconds: a day. */
const MOST_SECONDS = 86_400;

type Solver = ReturnType<Workplace['openSolver']>;

const codes = { proved: 0, refuted: 1, undecided: 3 } as const satisfies Record<ComparedProof['result'], ExitCode>;

/**
 * `dixian prove A B`: whether anybody can be worse off under the second rules. 0: proved that nobody is; 1: somebody is, and
 * by which claim; 2: it could not be tried; 3: undecided. `--verify` asks the solver for a certificate's lemmas again.
 */
export const proveCommand: CommandLine<ProveOptions> = {
  name: 'prove',
  arguments: '[from] [to]',
  help: 'helpProve',
  options: [
    ['--seconds <number>', 'helpProveSeconds', { most: MOST_SECONDS }],
    ['--certificate <file>', 'helpCertificate'],
    ['--verify <file>', 'helpVerify'],
  ],
  async run(workplace, options, [from, to]) {
    const seconds = secondsOf(options.seconds);
    const solver = workplace.openSolver();
    try {
      if (options.verify !== undefined) return await verify(workplace, options, options.verify, solver, from, to);
      if (from === undefined || to === undefined)
        return refuse('cliMissingArgument', { name: from === undefined ? 'from' : 'to' });
      return await proveSides(workplace, options, { solver, seconds }, await sidesOf(workplace, options, from, to));
    } finally {
      await solver.close();
    }
  },
};

async function sidesOf(workplace: Workplace, options: ProveOptions, from: string, to: string) {
  const book = await openBookOf(workplace, options, [from, to]);
  const now = workplace.now(options.demo === true);
  return [await sideOf(book, from, now, readSide), await sideOf(book, to, now, readSide)] as const;
}

async function proveSides(
  { terminal }: Workplace,
  options: ProveOptions,
  { solver, seconds }: { readonly solver: Solver; readonly seconds: number | null },
  sides: readonly [Side, Side],
): Promise<ExitCode> {
  const typeOf = (type: string) =>
    sides.map(({ rules }) => rules.effective.claims.get(type)?.label).find(Boolean) ?? type;
  const progress = new ProofProgress(terminal, options.lang, typeOf);
  const proof = await prove(...sides, {
    solver,
    progress: progress.count,
    ...(seconds === null ? {} : { goOn: forSeconds(seconds) }),
  });
  progress.end();
  const certificate = certificateOf(proof);
  if (options.certificate !== undefined && certificate !== null)
    await deliver(terminal, `${JSON.stringify(certificate, null, 2)}\n`, options.certificate);
  const ruleSets = sides.map(({ rules }) => rules.effective);
  const said = options.json === true ? proofJson(proof) : proofSheet(proof, ruleSets, options.lang).join('\n');
  await deliver(terminal, `${said}\n`, undefined);
  return codes[proof.result];
}

/** The time that a proof is given; null for as much as it takes. @throws Refusal `proveSeconds` */
function secondsOf(given: string | undefined): number | null {
  if (given === undefined) return null;
  const seconds = /^\d{1,5}$/.test(given) ? Number(given) : 0;
  return seconds >= 1 && seconds <= MOST_SECONDS ? seconds : refuse('proveSeconds', { given, most: MOST_SECONDS });
}

/** 0: all lemmas hold; 1: one does not, or the certificate is about other rules; 3: the solver could not tell. */
async function verify(
  workplace: Workplace,
  options: ProveOptions,
  file: string,
  solver: Solver,
  from: string | undefined,
  to: string | undefined,
): Promise<ExitCode> {
  const certificate = read(file);
  let made: Certificate | null = null;
  if (from !== undefined && to !== undefined) {
    const proof = await prove(...(await sidesOf(workplace, options, from, to)), { solver });
    for (const which of ['from', 'to'] as const) {
      const [found, expected] = [certificate[which].effectiveDigest, proof[which].effectiveDigest];
      if (found !== expected) return refuse('certificateOfOthers', { which, found, expected });
    }
    made = certificateOf(proof);
  }
  const checked = await checkLemmas(certificate, solver, made);
  const bad = checked.filter(({ result }) => result !== 'holds' && result !== 'undecided');
  const result =
    bad.length > 0 ? 'refuted' : checked.some((one) => one.result === 'undecided') ? 'undecided' : 'proved';
  const said =
    options.json === true
      ? JSON.stringify({ result, lemmas: checked }, null, 2)
      : verificationSheet(checked, options.lang).join('\n');
  await deliver(workplace.terminal, `${said}\n`, undefined);
  return codes[result];
}

/** @throws Refusal `certificateMalformed` */
function read(file: string): Certificate {
  try {
    const parsed = JSON.parse(readText(file, MOST_FILE_BYTES)) as Certificate;
    if (isCertificate(parsed)) return parsed;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  return refuse('certificateMalformed', { file });
}

function isCertificate(given: Partial<Certificate> | null): given is Certificate {
  return (
    given?.format === CERTIFICATE_FORMAT &&
    [given.from, given.to].every((side) => typeof side?.effectiveDigest === 'string') &&
    Array.isArray(given.lemmas) &&
    given.lemmas.every((lemma) => typeof lemma?.digest === 'string' && typeof lemma.text === 'string') &&
    Array.isArray(given.profiles) &&
    given.profiles.every((profile) => Array.isArray(profile?.lines))
  );
}
