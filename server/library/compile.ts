import type { Finding } from '../domain/finding.ts';
import type { Language } from '../domain/label.ts';
import { Refusal, refuse } from '../domain/refusal.ts';
import { compile as compileRules } from '../engine/compile.ts';
import { claimCheck } from '../rulesets/claim-check.ts';
import { digest } from '../rulesets/digest.ts';
import type { EffectiveRuleSet } from '../rulesets/effective-rule-set.ts';
import type { Override, RuleSet } from '../rulesets/language.ts';
import { type Named, resolve } from '../rulesets/resolve.ts';
import type { Checked } from '../rulesets/validate.ts';
import { inShort } from '../rulesets/words.ts';
import type { RuleSetName } from '../usecases/evaluation.ts';
import type { SettlingRules } from '../usecases/settle.ts';
import { mayGenerate } from './code-generation.ts';
import { checkCompileOptions } from './compile-options.ts';
import type { CompiledRules } from './compiled-rules.ts';
import { type DocumentRole, diagnosticOf } from './diagnostic.ts';
import { DixianError, thrown } from './dixian-error.ts';
import { checkGiven } from './document-text.ts';
import { compiledRules } from './inside.ts';

/** What is compiled. Documents are YAML texts, or data of the same shape. */
export interface CompileOptions {
  /** The city's rule set. */
  readonly ruleSet: string | object;
  /** A county's override; it is held to the city's floor. */
  readonly override?: string | object | undefined;
  /** The code of a county without an override; else whose rules they are is in the documents. */
  readonly jurisdiction?: string | undefined;
  /** The number that the rule set was published under, for answers to name; null unless given. What only new texts are held to is then passed over. */
  readonly version?: string | undefined;
  /** The number that the override was published under, likewise. */
  readonly overrideVersion?: string | undefined;
  /** False: no code is generated. Unless given it is where that is allowed; under a policy that reports each try, say false. */
  readonly generate?: boolean | undefined;
  /** Of errors and warnings: Chinese unless given. */
  readonly language?: Language | undefined;
}

/**
 * Checks a rule set, and an override where there is one, and makes them ready to settle claims.
 * @throws DixianError with everything wrong in the documents, or with what is wrong in the options
 */
export function compile(options: CompileOptions): CompiledRules {
  // Asked of what may be none: the one error is told in Chinese then.
  const language = options?.language === 'en' ? 'en' : 'zh';
  try {
    return compiled(checkCompileOptions(options), language);
  } catch (error) {
    throw thrown(error, language);
  }
}

function compiled(options: CompileOptions, language: Language): CompiledRules {
  const generate = options.generate ?? mayGenerate();
  const base = checkGiven(options.ruleSet, { generate, published: options.version !== undefined });
  const city = named<RuleSet>(base, 'RuleSet', options.version);
  const resolvedCity = city === null ? null : resolve(city);
  const held = resolvedCity === null ? {} : { city: resolvedCity };
  const ofCounty = { generate, published: options.overrideVersion !== undefined, ...held };
  const added = options.override === undefined ? null : checkGiven(options.override, ofCounty);
  const county = added === null ? null : named<Override>(added, 'Override', options.overrideVersion);
  const findings = [...told(base.findings, 'ruleSet'), ...told(added?.findings ?? [], 'override')];
  if (city === null || resolvedCity === null || (added !== null && county === null)) throw inWords(findings, language);

  const jurisdiction = whose(options.jurisdiction, city, county);
  const settling = (override: Named<Override> | null): SettlingRules => {
    const effective = resolve(city, override, jurisdiction);
    return {
      name: nameOf(effective, city, override),
      effective,
      compiled: compileRules(effective, { generate }),
      checkClaim: claimCheck(effective, generate),
    };
  };
  const alone = settling(null);
  const joined = county === null ? null : settling(county);
  const { name, effective } = joined ?? alone;
  const rules: CompiledRules = {
    jurisdiction,
    period: city.document.effective,
    claimTypes: [...effective.claims.keys()],
    ruleSet: name as CompiledRules['ruleSet'],
    warnings: findings.map(({ finding, document }) => diagnosticOf(finding, language, document)),
    generates: generate,
  };
  const overridePeriod = county?.document.effective ?? null;
  return compiledRules(rules, { city: resolvedCity, alone, joined, overridePeriod });
}

interface Told {
  readonly finding: Finding;
  readonly document: DocumentRole;
}

function told(findings: readonly Finding[], document: DocumentRole): readonly Told[] {
  return findings.map((finding) => ({ finding, document }));
}

function inWords(findings: readonly Told[], language: Language): DixianError {
  const errors = findings.filter(({ finding }) => finding.severity === 'error');
  return new DixianError(
    errors[0]?.finding.code ?? 'refused',
    errors.map(({ finding, document }) => diagnosticOf(finding, language, document)),
  );
}

/** A document with its name; null where something is wrong with it. */
function named<Document extends RuleSet | Override>(
  { kind, document }: Checked,
  wanted: Document['kind'],
  version: string | undefined,
): Named<Document> | null {
  if (kind !== null && kind !== wanted) throw wrongKind(wanted, kind);
  if (document === null) return null;
  const own = document as Document;
  return { document: own, name: { jurisdiction: own.jurisdiction, version: version ?? null, digest: digest(own) } };
}

function wrongKind(wanted: string, given: string): Refusal {
  return new Refusal([
    { code: 'libraryWrongKind', severity: 'error', args: { wanted, given }, at: { pointer: '/kind' } },
  ]);
}

/** The code that the rules are for. */
function whose(given: string | undefined, city: Named<RuleSet>, county: Named<Override> | null): string {
  const own = county?.name.jurisdiction ?? null;
  const jurisdiction = given ?? own ?? city.name.jurisdiction;
  const at = { pointer: '/jurisdiction' };
  if (typeof jurisdiction !== 'string' || !/^[0-9]{6}$/.test(jurisdiction)) {
    refuse('requestNotCode', { value: inShort(String(jurisdiction)) }, at);
  }
  if (own !== null && own !== jurisdiction) {
    refuse('libraryOtherJurisdiction', { given: jurisdiction, jurisdiction: own }, at);
  }
  return jurisdiction;
}

function nameOf(effective: EffectiveRuleSet, city: Named<RuleSet>, override: Named<Override> | null): RuleSetName {
  const own = effective.jurisdiction === city.name.jurisdiction ? city.name : override?.name;
  return {
    jurisdiction: effective.jurisdiction,
    version: own?.version ?? null,
    digest: own?.digest ?? null,
    base: city.name,
    effectiveDigest: effective.effectiveDigest,
  };
}
