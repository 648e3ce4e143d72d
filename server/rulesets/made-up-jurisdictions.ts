import type { Label } from '../domain/label.ts';

/** What a text says at its head of the place that it is for. */
export interface NamedPlace {
  readonly jurisdiction: string;
  readonly title: Label;
  /** The city's code; null where the text is a city's. */
  readonly extends: string | null;
}

/** How the text begins that is made for places that no text names: as nobody writes YAML by hand. */
const BEGINNING = '{\n  "kind": "Jurisdictions",\n';

/**
 * A text of kind Jurisdictions (JSON is YAML) for those that no other names; null where all are named. The city of each stands
 * in it too, since a text must have the cities that it names; what other texts say of it comes first.
 */
export function madeUpJurisdictions(places: readonly NamedPlace[], named: ReadonlySet<string>): string | null {
  const made = new Map<string, object>();
  for (const { jurisdiction: code, title: name, extends: parent } of places) {
    if (named.has(code) || made.has(code)) continue;
    made.set(code, parent === null ? { code, name } : { code, name, parent });
  }
  for (const { jurisdiction: code, extends: parent } of places) {
    if (made.has(code) && parent !== null && !made.has(parent)) made.set(parent, { code: parent, name: parent });
  }
  return made.size === 0 ? null : JSON.stringify({ kind: 'Jurisdictions', jurisdictions: [...made.values()] }, null, 2);
}

/** Whether a text of kind Jurisdictions was made so: it lists what there were rules for, and says nothing of other places. */
export function isMadeUp(text: string): boolean {
  return text.startsWith(BEGINNING);
}
