import type { DraftConsequences } from '../../../schemas/generated/documents.ts';
import type { FindingArgument } from '../../domain/finding.ts';
import type { Language } from '../../domain/label.ts';
import { say } from '../../domain/messages/index.ts';
import type { OvertakenFigure } from '../../rulesets/lifted-text.ts';
import type { Consequences, TouchedVersion } from '../../usecases/drafts/consequences.ts';

/** What publishing a draft now would do, as workflow.schema.json has it. */
export function consequencesJson(
  { digest, suspended, overtaken }: Consequences,
  language: Language,
): DraftConsequences {
  const told = ({ jurisdiction, name, version, effective }: TouchedVersion) => {
    return { jurisdiction, name: name[language], version, effective: { ...effective } };
  };
  return {
    digest,
    suspended: suspended.map((one) => ({
      ...told(one),
      own: one.own,
      inForce: one.inForce.map((days) => ({ ...days })),
    })),
    overtaken: overtaken.map((one) => ({
      ...told(one),
      suspended: one.suspended,
      figures: one.figures.map((figure) => figureJson(figure, language)),
    })),
  };
}

/** What is not a figure below the city's, such as one of a standard that the city has no more, is told by its sentence alone. */
function figureJson({ standard, finding: { code, args } }: OvertakenFigure, language: Language) {
  const words = (argument: FindingArgument | undefined) =>
    typeof argument === 'object' && argument !== null ? argument[language] : null;
  const isFigure = args.label !== undefined && args.given !== undefined && args.city !== undefined;
  const [label, key] = [words(args.label) ?? standard, words(args.key) ?? ''];
  return {
    standard,
    label: isFigure ? `${label}${key}` : label,
    stated: isFigure ? words(args.given) : null,
    floor: isFigure ? words(args.city) : null,
    message: say(code, args, language).message,
  };
}
