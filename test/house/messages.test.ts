import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { en } from '../../server/domain/messages/en/index.ts';
import type { Message } from '../../server/domain/messages/index.ts';
import { zh } from '../../server/domain/messages/zh/index.ts';
import { filesIn, root } from './sources.ts';

const placeholders = (text: string | undefined) =>
  [...(text ?? '').matchAll(/\{([A-Za-z]+)\}/g)].map(([, name]) => name).sort();

describe('messages', () => {
  const chinese: Readonly<Record<string, Message>> = zh;
  const english: Readonly<Record<string, Message>> = en;

  it('exist in both languages under the same codes', () => {
    expect(Object.keys(english).sort()).toEqual(Object.keys(chinese).sort());
  });

  it.each(Object.keys(chinese))('%s says the same with the same arguments', (code) => {
    const [ours, theirs] = [chinese[code], english[code]];
    const all = (message: Message | undefined) => new Set(placeholders(`${message?.message} ${message?.help ?? ''}`));
    expect(all(theirs)).toEqual(all(ours));
    expect(theirs?.help === undefined).toBe(ours?.help === undefined);
    expect(ours?.message).toMatch(/\p{Script=Han}/u);
    expect(theirs?.message).not.toMatch(/\p{Script=Han}/u);
  });

  it('take no code from each other: one topic, one file', () => {
    const codes = filesIn('server/domain/messages/zh', /\.ts$/).flatMap((path) =>
      [...readFileSync(join(root, path), 'utf8').matchAll(/^ {2}([a-z][A-Za-z]*): \{/gm)].map(([, code]) => code),
    );
    expect(codes.length).toBe(new Set(codes).size);
    expect(codes.length).toBe(Object.keys(chinese).length);
  });
});
