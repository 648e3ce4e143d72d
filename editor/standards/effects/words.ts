import { inBoth } from '../../language/words.ts';

/** A number with its thousands apart. */
const counted = (count: number): string => count.toLocaleString('en');

/** What is said of what a draft does. */
export const effectsWords = inBoth(
  {
    title: 'What this does',
    counting: 'Calculating …',
    onDay: (date: string) => `Claims from ${date} on; the persons are made up`,
    selfPayFalls: (before: string, after: string, less: string) => `self-pay ${before} → ${after} (▲ ${less} less)`,
    selfPayRises: (before: string, after: string, more: string) => `self-pay ${before} → ${after} (▼ ${more} more)`,
    paidRises: (before: string, after: string, more: string) => `paid ${before} → ${after} (▲ ${more} more)`,
    paidFalls: (before: string, after: string, less: string) => `paid ${before} → ${after} (▼ ${less} less)`,
    partsMoved: 'only the parts of the layers move',
    unchanged: (count: number) => `${count} typical ${count === 1 ? 'claim' : 'claims'} settled as before`,
    worseThanNow: (count: number) =>
      `⚠ ${count} typical ${count === 1 ? 'claim comes' : 'claims come'} to less than by what is in force now: more to pay, or less paid`,
    noneChanges: 'No typical claim is settled differently.',
    noChange: 'The draft settles every claim that was tried as before.',
    firstChanged: 'The first claim that changes',
    searching: 'Looking for the first claim that changes …',
    before: 'In force now',
    after: 'By this draft',
    notUsable: 'The draft settles nothing yet: mend what is marked, and its effects appear here.',
    whoGains: 'Who gains',
    gains: (type: string, better: number, worse: number, equal: number) =>
      `${type}: ${counted(better + worse + equal)} situations tried: ${counted(better)} get more, ${counted(equal)} stay as before, ${worse === 0 ? 'none' : counted(worse)} get less`,
    premium: 'Premiums of the year',
    samePremium: 'The year’s premiums stay as they are',
    refused: 'cannot be settled on this day',
    claims: 'Typical claims',
  },
  {
    title: '改了会怎样',
    counting: '正在测算……',
    onDay: (date) => `按 ${date} 起的申请测算，人物均为虚构`,
    selfPayFalls: (before, after, less) => `个人负担 ${before} → ${after}（▲ 少付 ${less}）`,
    selfPayRises: (before, after, more) => `个人负担 ${before} → ${after}（▼ 多付 ${more}）`,
    paidRises: (before, after, more) => `给付 ${before} → ${after}（▲ 多得 ${more}）`,
    paidFalls: (before, after, less) => `给付 ${before} → ${after}（▼ 少得 ${less}）`,
    partsMoved: '合计不变，各层分担有变',
    unchanged: (count) => `其余 ${count} 个典型申请不变`,
    worseThanNow: (count) => `⚠ 有 ${count} 个典型申请比现行标准多付或少得`,
    noneChanges: '典型申请的结果都不变。',
    noChange: '试算过的申请结果都不变。',
    firstChanged: '最先受影响的申请',
    searching: '正在寻找最先受影响的申请……',
    before: '现行标准',
    after: '按本草稿',
    notUsable: '草稿暂时无法测算：改正标出的问题后，这里会显示结果。',
    whoGains: '谁受益',
    gains: (type, better, worse, equal) =>
      `${type}：试算 ${counted(better + worse + equal)} 种情形：${counted(better)} 种多得、${counted(equal)} 种不变、${worse === 0 ? '没有' : `${counted(worse)} 种`}少得`,
    premium: '全年保费',
    samePremium: '全年保费不变',
    refused: '当日无法结算',
    claims: '典型申请',
  },
);
