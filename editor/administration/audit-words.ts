import type { Language } from '../language/language.tsx';

type Told = Readonly<Record<string, Readonly<Record<Language, string>>>>;

/** What is done, by the name that a line of the trail gives it. */
const ACTS: Told = {
  'account.created': { en: 'made an account', zh: '建立账号' },
  'account.changed': { en: 'changed an account', zh: '改动账号' },
  'account.setUp': { en: 'set the service up', zh: '首次设置' },
  'invitation.accepted': { en: 'took up an invitation', zh: '接受邀请' },
  'password.changed': { en: 'changed the password', zh: '修改口令' },
  'session.begun': { en: 'signed in', zh: '登录' },
  'session.ended': { en: 'signed out', zh: '退出登录' },
  'session.expired': { en: 'session ran out', zh: '登录过期' },
  'access.refused': { en: 'was refused', zh: '被拒绝' },
  'strangers.refused': { en: 'strangers were refused', zh: '未登录者被拒绝' },
  'key.issued': { en: 'issued a key', zh: '发放密钥' },
  'key.revoked': { en: 'revoked a key', zh: '撤销密钥' },
  'draft.created': { en: 'began a draft', zh: '起草' },
  'draft.saved': { en: 'saved a draft', zh: '保存草稿' },
  'draft.submitted': { en: 'submitted a draft', zh: '提交审核' },
  'draft.withdrawn': { en: 'withdrew a draft', zh: '撤回草稿' },
  'draft.returned': { en: 'sent a draft back', zh: '退回修改' },
  'draft.approved': { en: 'approved a draft', zh: '批准' },
  'draft.commented': { en: 'commented', zh: '写批注' },
  'draft.commentResolved': { en: 'settled a comment', zh: '了结批注' },
  'draft.discarded': { en: 'gave a draft up', zh: '放弃草稿' },
  'draft.published': { en: 'published', zh: '发布' },
  'version.suspended': { en: 'suspended a version', zh: '暂停版本' },
  'version.resumed': { en: 'resumed a version', zh: '恢复版本' },
  'version.revoked': { en: 'revoked a version', zh: '撤销版本' },
  'task.completed': { en: 'did a task', zh: '办结待办' },
  'store.seeded': { en: 'first data written', zh: '写入初始数据' },
  'store.exported': { en: 'data exported', zh: '导出数据' },
  'store.restored': { en: 'data restored', zh: '恢复数据' },
};

/** What things are that something is done to, by the table they stand in. */
const KINDS: Told = {
  accounts: { en: 'account', zh: '账号' },
  apiKeys: { en: 'key', zh: '密钥' },
  drafts: { en: 'draft', zh: '草稿' },
  ruleSet: { en: 'version', zh: '版本' },
  ruleSets: { en: 'version', zh: '版本' },
  tasks: { en: 'task', zh: '待办' },
  operations: { en: 'operation', zh: '操作' },
  sessions: { en: 'session', zh: '登录' },
};

/** An act in words; its own name where a newer service has acts that are not known here. */
export function actWords(act: string, language: Language): string {
  return ACTS[act]?.[language] ?? act;
}

/** What something is that was done to, in words. */
export function kindWords(kind: string, language: Language): string {
  return KINDS[kind]?.[language] ?? kind;
}

/** All acts in words, for somebody who looks for one. */
export function allActs(language: Language): readonly string[] {
  return Object.values(ACTS).map((told) => told[language]);
}

/** Something that a line may be about: as the page shows it, and as the trail has it. */
export interface Named {
  readonly shown: string;
  readonly written: string;
}

/** The acts and what they are done to, as the page shows them and as the trail has them. */
export function namedActs(language: Language): readonly Named[] {
  return [...Object.entries(ACTS), ...Object.entries(KINDS)].map(([written, told]) => ({
    shown: told[language],
    written: `"${written}"`,
  }));
}

/** Characters that the service takes to search by. */
const MOST_SEARCHED = 2000;

/**
 * What the trail is searched by: every word that is typed, or one of what the page shows with that word in it.
 * @param typed words, with blanks between them
 * @param named what the page shows under another name than the trail has it
 */
export function searchedBy(typed: string, named: readonly Named[]): string {
  const words = typed.split(/\s+/).filter((word) => word !== '');
  const share = Math.floor(MOST_SEARCHED / Math.max(1, words.length)) - 1;
  return words.map((word) => oneOf(word, named, share)).join(' ');
}

/** A word and what the trail has in its place, as far as there is room. */
function oneOf(word: string, named: readonly Named[], room: number): string {
  const small = word.toLowerCase();
  const written = named.filter(({ shown }) => shown.toLowerCase().includes(small)).map((one) => one.written);
  let searched = word;
  for (const one of new Set(written)) if (searched.length + 1 + one.length <= room) searched += `|${one}`;
  return searched;
}
