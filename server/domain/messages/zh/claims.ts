import type { Message } from '../index.ts';

/** 申请不合规则集所列事实时的用语。 */
export const claims = {
  claimNotMap: { message: '申请应为对象，实际为{given}', help: '写作 {"type": …, …}' },
  claimTypeMissing: { message: '缺少申请类型', help: '在 type 里写明，可用的类型：{known}' },
  claimTypeUnknown: { message: '没有 {given} 这种申请', help: '{meant}可用的类型：{known}' },
  claimFieldUnknown: { message: '没有名为“{field}”的项目', help: '{meant}此处可用：{known}' },
  claimCounterUnknown: {
    message: '没有规则或限额用到累计“{field}”；用到的有：{known}',
    help: '{meant}没有用到的累计不必带入',
  },
  claimFieldMissing: { message: '缺少「{label}」（{field}）', help: '必须填报' },
  claimWrongType: { message: '「{label}」（{field}）应为{wanted}，实际为{given}', help: '改为{wanted}' },
  claimNotAnItem: { message: '「{label}」（{field}）没有 {given} 这一选项', help: '{meant}可用的值：{known}' },
  claimOutOfRange: { message: '「{label}」（{field}）为 {given}，超出范围', help: '应为 {wanted}' },
  claimNotMoney: { message: '「{label}」（{field}）为 {given}，不是金额', help: '以元为单位，最多两位小数' },
  claimNotDecimal: {
    message: '「{label}」（{field}）为 {given}，超过 {places} 位小数',
    help: '小数位数减到 {places} 位以内',
  },
  claimNotADate: {
    message: '「{label}」（{field}）为 {given}，不是真实的日期',
    help: '写作 YYYY-MM-DD，例如 2019-06-01',
  },
  claimTooMany: { message: '「{label}」（{field}）最多 {limit} 项，实际 {count} 项', help: '减少项数' },
  claimTooLong: { message: '「{label}」（{field}）最多 {limit} 个字符，实际 {count} 个', help: '缩短' },
} as const satisfies Record<string, Message>;
