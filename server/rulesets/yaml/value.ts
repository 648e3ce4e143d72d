import { refuseCharacters } from './characters.ts';
import { ownText, scalarValue } from './scalar.ts';
import { LIMITS, type MapNode, type SyntaxNode, Unreadable } from './tree.ts';

/** Keys that would reach into an object's prototype. */
const forbidden = new Set(['__proto__', 'constructor', 'prototype']);

/** A map without a prototype's keys in the way of its own. */
type Value = string | number | boolean | null | readonly Value[] | { readonly [key: string]: Value };

/** A value with the anchors it resolved, for finding places later. */
export interface Built {
  readonly value: unknown;
  /** What each alias stands for. */
  readonly targets: ReadonlyMap<SyntaxNode, SyntaxNode>;
}

/**
 * What a tree means: plain data, in which an alias is the very object that was anchored.
 * @param complain told of every key that stands twice or may not stand at all; reading goes on without it
 * @throws Unreadable where a number, an alias or a character is not accepted, or aliases would multiply too much
 */
export function buildValue(root: SyntaxNode, complain: (found: Unreadable) => void): Built {
  const builder = new Builder(complain);
  return { value: builder.build(root).value, targets: builder.targets };
}

/** A value, and how many nodes it would have with all aliases written out. */
interface Sized {
  readonly value: Value;
  readonly size: number;
}

class Builder {
  readonly targets = new Map<SyntaxNode, SyntaxNode>();
  readonly #anchors = new Map<string, { readonly node: SyntaxNode; readonly built: Sized | null }>();
  readonly #complain: (found: Unreadable) => void;
  #aliases = 0;

  constructor(complain: (found: Unreadable) => void) {
    this.#complain = complain;
  }

  build(node: SyntaxNode): Sized {
    if (node.kind === 'alias') return this.#alias(node);
    // An anchor is known inside its own node, so that a node which holds itself is found and refused.
    if (node.anchor !== undefined) this.#anchors.set(node.anchor, { node, built: null });
    const built = this.#content(node);
    if (node.anchor !== undefined) this.#anchors.set(node.anchor, { node, built });
    return built;
  }

  #content(node: Exclude<SyntaxNode, { kind: 'alias' }>): Sized {
    if (node.kind === 'map') return this.#map(node);
    if (node.kind === 'scalar') {
      const value = scalarValue(node);
      // The text itself was searched before: only an escape can bring a character back in.
      if (!node.plain && typeof value === 'string') refuseCharacters(value, node.start, node.end);
      return { value, size: 1 };
    }
    let size = 1;
    const value = node.items.map((item) => {
      const built = this.build(item);
      size += built.size;
      return built.value;
    });
    return { value, size: bounded(size, node) };
  }

  #map(node: MapNode): Sized {
    const value: Record<string, Value> = {};
    let size = 1;
    for (const { key, value: held } of node.entries) {
      const text = ownText(key.text);
      if (!key.plain) refuseCharacters(text, key.start, key.end);
      const built = this.build(held);
      size += built.size;
      if (forbidden.has(text)) this.#complain(new Unreadable('keyForbidden', { key: text }, key));
      else if (text === '<<' && key.plain) this.#complain(new Unreadable('mergeKey', {}, key));
      else if (Object.hasOwn(value, text)) this.#complain(new Unreadable('keyTwice', { key: text }, key));
      else value[text] = built.value;
    }
    return { value, size: bounded(size, node) };
  }

  #alias(node: Extract<SyntaxNode, { kind: 'alias' }>): Sized {
    this.#aliases += 1;
    if (this.#aliases > LIMITS.aliases) throw new Unreadable('tooManyAliases', { limit: LIMITS.aliases }, node);
    const target = this.#anchors.get(node.name);
    if (target === undefined) throw new Unreadable('aliasUnknown', { name: node.name }, node);
    if (target.built === null) throw new Unreadable('aliasInside', { name: node.name }, node);
    this.targets.set(node, target.node);
    return { value: target.built.value, size: bounded(target.built.size, node) };
  }
}

function bounded(size: number, node: SyntaxNode): number {
  if (size > LIMITS.nodes) throw new Unreadable('aliasesMultiply', { limit: LIMITS.nodes }, node);
  return size;
}
