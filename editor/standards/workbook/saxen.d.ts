/** The parts of the parser that are used here; it comes without types. */
declare module 'saxen' {
  /** Reads XML piece by piece. */
  export class Parser {
    on(event: 'openTag', told: (name: string, attributes: () => Record<string, string>) => void): this;
    on(event: 'closeTag', told: (name: string) => void): this;
    on(event: 'text', told: (text: string, decoded: (text: string) => string) => void): this;
    on(event: 'cdata', told: (text: string) => void): this;
    on(event: 'error', told: (error: Error) => void): this;
    parse(xml: string): void;
  }
}
