/// <reference path="./saxen.d.ts" />
import { Parser } from 'saxen';

/** An element of an XML document; names without their prefix. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  /** What is written in it directly. */
  readonly text: string;
}

type Growing = { -readonly [key in keyof Element]: Element[key] } & { readonly children: Element[] };

const bare = (name: string) => name.slice(name.indexOf(':') + 1);

/**
 * An XML document as a tree. Entities that a document declares itself are not resolved.
 * @throws what the parser says of a document that is not well-formed
 */
export function readXml(xml: string): Element {
  const top: Growing = { name: '', attributes: {}, children: [], text: '' };
  const open = [top];
  const parser = new Parser();
  parser.on('openTag', (name, attributes) => {
    const element: Growing = { name: bare(name), attributes: { ...attributes() }, children: [], text: '' };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closeTag', () => void open.pop());
  const write = (text: string) => {
    const inside = open.at(-1);
    if (inside !== undefined) inside.text += text;
  };
  parser.on('text', (text, decoded) => write(decoded(text)));
  parser.on('cdata', write);
  parser.on('error', (error) => {
    throw error;
  });
  parser.parse(xml);
  return top.children[0] ?? top;
}

/** The elements of a name inside another one, however deep. */
export function allOf(element: Element, name: string): readonly Element[] {
  return element.children.flatMap((child) => [...(child.name === name ? [child] : []), ...allOf(child, name)]);
}

/** The first element of a name directly inside another one. */
export function childOf(element: Element, name: string): Element | null {
  return element.children.find((child) => child.name === name) ?? null;
}
