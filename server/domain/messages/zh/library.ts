import type { Message } from '../index.ts';

/** 以库的形式使用时，对调用者说的话。 */
export const library = {
  libraryWrongKind: { message: '此处应为 {wanted}，给的是 {given}', help: '核对传入的是哪一份文件' },
  libraryOtherJurisdiction: {
    message: '地区 {given} 与所用规则的地区 {jurisdiction} 不一致',
    help: '改用同一地区的规则，或略去该项',
  },
  libraryNotJson: { message: '无法写成 JSON：{reason}', help: '只用对象、数组、文本、数、true、false 与 null' },
  libraryOption: { message: '{name} 为 {given}，应为 {wanted}', help: '核对传入的选项' },
  libraryDocument: { message: 'YAML 文本或对象' },
  libraryLanguage: { message: 'zh 或 en' },
  libraryOptionAlone: { message: '给了 {name} 而没有给 {other}', help: '补上 {other}，或略去 {name}' },
} as const satisfies Record<string, Message>;
