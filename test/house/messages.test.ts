import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { en } from '../../server/domain/messages/en/index.ts';
import type { Message } from '../../server/domain/messages/index.ts';
import { zh } from '../../server/domain/messages/zh/index.ts';
import { filesIn, root } from './sources.ts';

const PLACEHOLDER = /\{([A-Za-z]+)(?::[A-Za-z]+)?\}/g;

function placeholders({ message, help = '' }: Message): ReadonlySet<string | undefined> {
  return new Set([...`${message} ${help}`.matchAll(PLACEHOLDER)].map(([, name]) => name));
}

/** Whether a message has words of its own beside its arguments. */
function hasWords({ message }: Message): boolean {
  return /\p{Letter}/u.test(message.replace(PLACEHOLDER, ''));
}

describe('messages', () => {
  const chinese: Readonly<Record<string, Message>> = zh;
  const english: Readonly<Record<string, Message>> = en;

  it('exist in both languages under the same codes', () => {
    expect(Object.keys(english).sort()).toEqual(Object.keys(chinese).sort());
  });

  it.each(Object.entries(chinese))('%s says the same with the same arguments', (code, ours) => {
    const theirs = english[code] ?? { message: '' };
    expect(placeholders(theirs)).toEqual(placeholders(ours));
    expect(theirs.help === undefined).toBe(ours.help === undefined);
    expect(`${theirs.message}${theirs.help ?? ''}`).not.toMatch(/[\p{Script=Han}，。；：（）【】]/u);
    if (hasWords(ours)) expect(ours.message).toMatch(/\p{Script=Han}/u);
  });

  it.each(['zh', 'en'])('in %s take no code from each other: one topic, one file', async (language) => {
    const files = filesIn(`server/domain/messages/${language}`, /(?<!index)\.ts$/);
    const modules = await Promise.all(files.map((file) => import(join(root, file)) as Promise<Record<string, object>>));
    const codes = modules.flatMap((module) => Object.values(module).flatMap(Object.keys));
    expect(codes.length).toBe(new Set(codes).size);
    expect(codes.sort()).toEqual(Object.keys(chinese).sort());
  });
});
