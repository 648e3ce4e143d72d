import { inBoth } from '../../language/words.ts';

/** What is said of the clause of a standard. */
export const clauseWords = inBoth(
  {
    says: 'how the clause counts and is read',
    of: (clause: string, standard: string) => `${clause} on “${standard}”`,
    uses: 'How it counts, by the rules in force',
    readings: 'How the clause is read',
    source: 'Where the figure is from',
    toPolicy: (clause: string) => `${clause} in the policy text (new window)`,
    hint: 'A clause’s number opens how it counts and is read.',
    byKey: 'In a field, Shift+Tab goes to it.',
  },
  {
    says: '这一条怎么算、怎么理解',
    of: (clause, standard) => `${clause}：${standard}`,
    uses: '怎么算（现行规则）',
    readings: '怎么理解',
    source: '数值出处',
    toPolicy: (clause) => `在政策文本中看${clause}（新窗口）`,
    hint: '点条款号，看这一条怎么算、怎么理解。',
    byKey: '在栏内按 Shift+Tab 也能到。',
  },
);
