import type { Jurisdictions, Override, RuleSet, TypicalClaims } from '../language.ts';
import type { DocumentKind } from '../schemas.ts';
import type { Against, AnyDocument } from '../validate.ts';
import { checkCityText } from './city-text.ts';
import type { Complaint } from './complaint.ts';
import { checkCountyText } from './county-text.ts';
import { checkJurisdictions } from './jurisdictions.ts';
import { checkTypicalClaims } from './typical-claims.ts';

/** The most complaints of one text. */
const COMPLAINTS = 200;

/** All complaints about a document that fits its schema. Scenarios are checked by running them. */
export function crossCheck(kind: DocumentKind, document: AnyDocument, options: Against): readonly Complaint[] {
  const found: Complaint[] = [];
  for (const complaint of complaintsAbout(kind, document, options)) {
    if (complaint.newOnly === true && options.published === true) continue;
    found.push(complaint);
    if (found.length === COMPLAINTS) break;
  }
  return found;
}

function complaintsAbout(kind: DocumentKind, document: AnyDocument, options: Against): Iterable<Complaint> {
  if (kind === 'RuleSet') return checkCityText(document as RuleSet);
  if (kind === 'Override') return checkCountyText(document as Override, options);
  if (kind === 'TypicalClaims') return checkTypicalClaims(document as TypicalClaims, options.codes);
  return kind === 'Jurisdictions' ? checkJurisdictions(document as Jurisdictions) : [];
}
