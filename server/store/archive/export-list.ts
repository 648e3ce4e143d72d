import { isSha256 } from '../../domain/sha256.ts';
import type { PublicationRecord } from '../../rulesets/publication.ts';
import type { AuditHead } from '../audit-trail.ts';

/** A version in an export: its record, and sha256 over the bytes of its text, which stands in `rule-sets/CODE/VERSION.yaml`. */
export interface ListedVersion {
  readonly record: PublicationRecord;
  readonly bytes: string;
}

/** What an export holds, and where the audit trail ended when it was made. */
export interface ExportList {
  readonly format: 1;
  readonly at: string;
  readonly audit: AuditHead;
  readonly versions: readonly ListedVersion[];
  /** sha256 of texts of kind Jurisdictions, each in `jurisdictions/HEX.yaml`. */
  readonly jurisdictions: readonly string[];
  /** The same of typical claims, in `typical-claims/HEX.yaml`. */
  readonly typicalClaims: readonly string[];
}

/** Whether what a file says has the form of a list: a checksum tells that nothing was changed, not who wrote it. */
export function isExportList(said: unknown): said is ExportList {
  if (!isMap(said) || said.format !== 1 || !isText(said.at) || !isMap(said.audit)) return false;
  const { audit, versions, jurisdictions, typicalClaims } = said;
  const isHead = Number.isSafeInteger(audit.lines) && isSha256(audit.hash);
  return (
    isHead && isListOf(versions, isVersion) && isListOf(jurisdictions, isSha256) && isListOf(typicalClaims, isSha256)
  );
}

function isVersion(said: unknown): boolean {
  return isMap(said) && isSha256(said.bytes) && isRecord(said.record);
}

function isRecord(said: unknown): boolean {
  if (!isMap(said) || !isMap(said.effective)) return false;
  const { effective, sequence, sample, review, events } = said;
  const texts = [said.jurisdiction, said.version, said.kind, said.publishedAt, said.publishedBy];
  const isPeriod = isText(effective.from) && (effective.to === undefined || isText(effective.to));
  const isReviewed = review === undefined || isReview(review);
  const isEventful = events === undefined || isListOf(events, isEvent);
  const isNumbered = Number.isSafeInteger(sequence) && typeof sample === 'boolean';
  return texts.every(isText) && isSha256(said.digest) && isPeriod && isNumbered && isReviewed && isEventful;
}

function isReview(said: unknown): boolean {
  if (!isMap(said)) return false;
  const isApproval = (one: unknown) => isMap(one) && isText(one.by) && isText(one.digest);
  return isListOf(said.writers, isText) && isListOf(said.approvals, isApproval);
}

function isEvent(said: unknown): boolean {
  if (!isMap(said)) return false;
  const isKind = ['suspended', 'resumed', 'revoked'].includes(String(said.kind));
  return isKind && Number.isSafeInteger(said.sequence) && isText(said.at) && isText(said.by) && isText(said.reason);
}

function isMap(said: unknown): said is Readonly<Record<string, unknown>> {
  return typeof said === 'object' && said !== null && !Array.isArray(said);
}

function isListOf(said: unknown, isOne: (item: unknown) => boolean): boolean {
  return Array.isArray(said) && said.every(isOne);
}

function isText(said: unknown): said is string {
  return typeof said === 'string';
}
