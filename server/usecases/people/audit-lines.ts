import { allowed, isAllowed } from '../../access/allowed.ts';
import type { Person } from '../../access/identify.ts';
import type { JurisdictionRegistry } from '../../domain/jurisdictions.ts';
import type { AuditLine } from '../../store/audit-trail.ts';
import type { AuditEntry } from '../../workflow/audit-entry.ts';
import { cursorOf, numberIn, type Page, type PageRequest, pageLimit } from '../page.ts';
import type { People } from './people.ts';

/** What lines about people and keys are about. */
const ACCOUNT_KINDS: readonly string[] = ['accounts', 'apiKeys', 'operations'];

/** Lines that are read in one go, from the end of the trail backwards. */
const STRETCH = 500;

/** Milliseconds that clocks in Shanghai are ahead of UTC. */
const SHANGHAI = 8 * 3_600_000;

/** Lines that are looked at for one page at the most; a page may then hold fewer than were asked for. */
const MOST_LOOKED_AT = 10_000;

/**
 * Lines of the audit trail that somebody may see, the last first: an administrator those about accounts, sessions and keys;
 * others those about the places that they may see them of.
 * @param request `text`: of these only lines that hold all its parts, which blanks separate, whatever the case: who, what, on what,
 *   why, values, or the time in Shanghai as pages show it; of a part with `|` one of what it separates
 * @throws Refusal `pageLimit`, `pageCursor`; `auditDamaged`
 */
export async function auditLines(
  { desk, places }: Pick<People, 'desk' | 'places'>,
  reader: Person,
  request: PageRequest & { readonly text?: string | undefined },
): Promise<Page<AuditLine>> {
  const most = pageLimit(request);
  const isVisible = visibleTo(reader, await places());
  const isWanted = wantedBy(request.text);
  let before = Math.min(
    request.cursor === undefined ? Number.POSITIVE_INFINITY : numberIn(request.cursor),
    desk.audit.head.lines + 1,
  );
  const least = Math.max(1, before - MOST_LOOKED_AT);
  const items: AuditLine[] = [];
  while (before > least && items.length < most) {
    const from = Math.max(least, before - STRETCH);
    const stretch: AuditLine[] = [];
    for await (const line of desk.audit.read(from)) {
      if (line.line >= before) break;
      if (isVisible(line.entry) && isWanted(line.entry)) stretch.push(line);
    }
    items.push(...stretch.reverse());
    before = from;
  }
  const page = items.slice(0, most);
  const last = items.length > most ? page.at(-1)?.line : before;
  return { items: page, next: last !== undefined && last > 1 ? cursorOf(last) : null };
}

function visibleTo(reader: Person, registry: JurisdictionRegistry): (entry: AuditEntry) => boolean {
  const seesAccounts = isAllowed(allowed(reader, 'audit.readAccounts', null, registry));
  return ({ on, by }) => {
    if (on?.jurisdiction !== undefined) return isAllowed(allowed(reader, 'audit.read', on.jurisdiction, registry));
    return seesAccounts && (by.kind === 'stranger' || on === null || ACCOUNT_KINDS.includes(on.kind));
  };
}

/** What a search looks for. */
function wantedBy(text = ''): (entry: AuditEntry) => boolean {
  const parts = text
    .toLowerCase()
    .split(/\s+/)
    .map((part) => part.split('|').filter((one) => one !== ''))
    .filter((part) => part.length > 0);
  if (parts.length === 0) return () => true;
  return (entry) => {
    const held = searchable(entry);
    return parts.every((part) => part.some((one) => held.includes(one)));
  };
}

/** What of a line can be searched, in small letters. */
function searchable({ at, by, act, on, reason, before, after }: AuditEntry): string {
  const there = new Date(Date.parse(at) + SHANGHAI).toISOString().slice(0, 16).replace('T', ' ');
  return `${there} ${JSON.stringify([by, act, on, before, after])} ${reason ?? ''}`.toLowerCase();
}
