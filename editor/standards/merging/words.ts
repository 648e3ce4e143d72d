import { leading } from '../../language/leading.ts';
import { inBoth } from '../../language/words.ts';

/** What is said where two texts of a draft come together. */
export const mergingWords = inBoth(
  {
    between: ', ',
    forSome: (fact: string) => `for some, by ${fact}`,
    listed: '; ',
    nothing: 'nothing',
    asCity: 'as the city',
    place: 'What',
    carry: 'Carry onto what is in force',
    carryWithdrawing: 'Withdraw and carry onto what is in force',
    carried: (version: string, count: number) =>
      `Carried onto version ${version}: ${count} ${count === 1 ? 'change' : 'changes'} of this draft kept.`,
    cannotCarry:
      'Where the draft changes its text cannot be changed from here; bring both together in the text (YAML).',
    unreadable: 'The text cannot be read: mend it first.',
    choose: (version: string) => `Changed by this draft and by version ${version}: which holds?`,
    chooseHint: (count: number) =>
      count === 0 ? '' : `What this draft alone changed is kept: ${count} ${count === 1 ? 'change' : 'changes'}.`,
    ofDraft: 'This draft',
    ofVersion: (version: string) => `Version ${version}`,
    cancel: 'Cancel',
    version: (version: string, from: string, by: string, at: string) =>
      `version ${version} (in force from ${from}, published by ${by} at ${at})`,
    sinceBegun: (versions: string) => `Published since this draft was started: ${versions}.`,
    sinceSubmitted: (versions: string) => `Published since it was submitted: ${versions}.`,
    sinceSubmittedCity: (versions: string) => `Since it was submitted the city has published: ${versions}.`,
    sinceSubmittedGone: 'Since it was submitted a version whose place it takes has been set aside.',
    notInDraft:
      'The draft does not have what that changed: published as it is, it would set those figures back to what they were.',
    cannotBePublished: 'What it was to be reviewed against has moved: it cannot be approved or published any more.',
    carryOrWithdraw: 'Carrying takes the submission back, with its approvals; it is then submitted again.',
    withdrawAgain: 'Withdraw it, look at it once more, and submit it again.',
    reviewerReturns: 'Send it back: its writers carry it onto what is in force and submit it again.',
  },
  {
    between: '，',
    forSome: (fact) => `按${fact}另定`,
    listed: '；',
    nothing: '没有',
    asCity: '同市级',
    place: '项目',
    carry: '并入现行标准',
    carryWithdrawing: '撤回并入现行标准',
    carried: (version, count) => `已并入 ${version} 版，保留本草稿的 ${count} 处改动。`,
    cannotCarry: '草稿改动处的原文写法无法自动并入，请在 YAML 原文中修改。',
    unreadable: '原文暂时无法读取，请先改正。',
    choose: (version) => `本草稿与 ${version} 版都改了以下各项，以哪个为准？`,
    chooseHint: (count) => (count === 0 ? '' : `只有本草稿改过的 ${count} 处照本草稿保留。`),
    ofDraft: '本草稿',
    ofVersion: (version) => `${version} 版`,
    cancel: '取消',
    version: (version, from, by, at) => `${version} 版（${from} 起施行，${leading(by)}于 ${at} 发布）`,
    sinceBegun: (versions) => `这份草稿起草之后，又发布了 ${versions}。`,
    sinceSubmitted: (versions) => `这份草稿提交之后，又发布了 ${versions}。`,
    sinceSubmittedCity: (versions) => `这份草稿提交之后，市级又发布了 ${versions}。`,
    sinceSubmittedGone: '这份草稿提交之后，它要接替的版本已停用。',
    notInDraft: '草稿里没有那些改动：照现在的样子发布，会把它们改回原来的数值。',
    cannotBePublished: '审核所对照的标准已经变动，不能再批准或发布。',
    carryOrWithdraw: '并入会撤回提交，已有的批准随之作废；改好后再提交。',
    withdrawAgain: '请撤回，重新查看后再提交。',
    reviewerReturns: '请退回，由编写人并入现行标准后再提交。',
  },
);
