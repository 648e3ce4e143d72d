import { inBoth } from '../../language/words.ts';

/** What is said in the form of a city's draft. */
export const cityWords = inBoth(
  {
    inForce: 'In force',
    drafted: 'This draft',
    hint: 'Change the figures of the standards that are in force here. Rules, lists and whatever else is no figure are written in the YAML text.',
    nothingHere: 'This part of the text cannot be read now. Follow the problems in the YAML text.',
  },
  {
    inForce: '现行',
    drafted: '本草稿',
    hint: '在这里修改现行标准的数值。规则、清单和其他不是数值的内容，在 YAML 原文中编写。',
    nothingHere: '原文暂时无法读取，请在 YAML 原文中按问题提示改正。',
  },
);
