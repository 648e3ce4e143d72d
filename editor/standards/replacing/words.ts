import { inBoth } from '../../language/words.ts';

/** What is said of versions whose place a draft would take. */
export const replacingWords = inBoth(
  {
    stretch: (from: string, to: string | null) => (to === null ? `from ${from}` : `${from} to ${to}`),
    listed: ', ',
    published: (version: string, from: string) =>
      `Version ${version} is published and takes effect on ${from}, within the period of this draft.`,
    notStartedFrom: (version: string, origin: string, days: string) =>
      `This draft was started from ${origin === '' ? 'nothing' : `version ${origin}`}. Published with these days it replaces version ${version} (${days}), and what that changed is undone.`,
    startFrom: (version: string) => `Go on from version ${version}`,
    endBefore: (day: string) => `End this draft on ${day}`,
    replaces: (version: string, days: string) => `It replaces version ${version} (${days})`,
    comparedWith: (version: string) => `Compared with version ${version}:`,
    worseThan: (version: string, count: number) =>
      `${count} ${count === 1 ? 'change is' : 'changes are'} worse than version ${version}`,
    noChanges: (version: string) => `nothing is otherwise than in version ${version}.`,
    claimsThen: (date: string) => `Typical claims on ${date}:`,
    willSuspend: (version: string, days: string) => `It will replace and suspend version ${version} (${days}).`,
    willReplace: (version: string, days: string) => `It will replace version ${version} (${days}).`,
    worseListed: (version: string) => `Worse than version ${version}:`,
  },
  {
    stretch: (from, to) => (to === null ? `${from} 起` : `${from} 至 ${to}`),
    listed: '、',
    published: (version, from) => `${version} 版已发布，${from} 起施行，在这份草稿的执行期内。`,
    notStartedFrom: (version, origin, days) =>
      `这份草稿不是从它起草的${origin === '' ? '' : `，而是从 ${origin} 版`}。照现在的日期发布，${days} 将取代 ${version} 版，它的改动会被改回。`,
    startFrom: (version) => `改从 ${version} 版起草`,
    endBefore: (day) => `本草稿止于 ${day}`,
    replaces: (version, days) => `还将取代 ${version} 版（${days}）`,
    comparedWith: (version) => `与 ${version} 版相比：`,
    worseThan: (version, count) => `有 ${count} 处比 ${version} 版差`,
    noChanges: (version) => `与 ${version} 版没有不同。`,
    claimsThen: (date) => `${date} 的典型申请：`,
    willSuspend: (version, days) => `将取代并暂停 ${version} 版（${days}）。`,
    willReplace: (version, days) => `将取代 ${version} 版（${days}）。`,
    worseListed: (version) => `比 ${version} 版差的：`,
  },
);
