import { inBoth } from '../../language/words.ts';

/** What is said of what publishing does to versions that are published. */
export const consequencesWords = inBoth(
  {
    title: 'What publishing does to published versions',
    asOfNow: 'by what is published now',
    none: 'No version is suspended, and no county’s figure is overtaken.',
    suspends: (count: number) =>
      `It will suspend ${count} published ${count === 1 ? 'version' : 'versions'} that ${count === 1 ? 'has' : 'have'} not begun; those who made ${count === 1 ? 'it' : 'them'} get a task:`,
    version: (place: string, version: string, days: string) => `${place}, version ${version} (${days})`,
    never: 'no days of its own at present',
    overtakes: (counties: number, figures: number) =>
      `It overtakes ${figures} ${figures === 1 ? 'figure' : 'figures'} of ${counties} ${counties === 1 ? 'county' : 'counties'}`,
    draftsReady: 'The city’s figure will hold instead; each county gets a task with a draft made ready.',
    seeBelow: ': see “What publishing does to published versions”.',
    county: 'County',
    ofVersion: (place: string, version: string) => `${place}, version ${version}`,
    standard: 'Standard',
    stated: 'County’s figure',
    floor: 'New floor',
  },
  {
    title: '发布后对已发布版本的影响',
    asOfNow: '按现在已发布的各版本计算',
    none: '不会暂停任何版本，也没有超过任何县的数值。',
    suspends: (count) => `将暂停 ${count} 个已发布、尚未生效的版本，有关人员会收到待办：`,
    version: (place, version, days) => `${place} ${version} 版（${days}）`,
    never: '目前没有施行的日子',
    overtakes: (counties, figures) => `将超过 ${counties} 个县的 ${figures} 项数值`,
    draftsReady: '届时按市级数值执行，各县会收到待办和备好的草稿。',
    seeBelow: '，见“发布后对已发布版本的影响”。',
    county: '县',
    ofVersion: (place, version) => `${place} ${version} 版`,
    standard: '标准',
    stated: '本县数值',
    floor: '市级新底线',
  },
);
