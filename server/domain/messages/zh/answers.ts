import type { Message } from '../index.ts';

/** 查询、测算与核对的用语。 */
export const answers = {
  // 请求里的内容
  requestNotMoney: { message: '“{field}”为 {given}，不是金额', help: '以元为单位，最多两位小数，不为负' },
  requestOutOfRange: { message: '“{field}”为 {given}，超出范围', help: '应为 {wanted}' },
  requestNotAName: { message: '“{field}”为 {given}，不是规则集里的名称写法', help: '照规则集或结算里的写法填写' },
  requestTooMany: { message: '“{field}”最多 {limit} 项，实际 {count} 项' },
  requestTooLong: { message: '“{field}”最多 {limit} 个字符，实际 {count} 个' },
  // 列表与单个版本
  pageLimit: { message: 'limit 应为 1 至 {most} 的整数，而不是“{given}”' },
  pageCursor: { message: 'cursor“{given}”不是上一页给出的', help: '不带 cursor 从第一页开始' },
  versionUnknown: { message: '{code} 没有版本 {version}', help: '先列出该地区的各个版本' },
  digestUnknown: { message: '没有摘要为 {digest} 的规则集' },
  // 对照表
  cityNeeded: { message: '有多个市，请写明是哪一个', help: '可用的代码：{known}' },
  notACity: { message: '{code} 是县（市、区），不是市', help: '它所属的市：{city}' },
  nothingPublished: { message: '还没有发布任何市级规则集' },
  // 筹资测算
  fundingNone: { message: '{code} 的规则里没有筹资测算' },
  fundingTypeNeeded: { message: '规则里有多种筹资测算，请在 type 里写明', help: '可用的类型：{known}' },
  fundingTypeUnknown: { message: '规则里没有“{given}”这种筹资测算', help: '可用的类型：{known}' },
  fundingProductUnknown: { message: '没有需要筹资的险种“{given}”', help: '{meant}可用的险种：{known}' },
  fundingCarriedTwice: {
    message: '“{product}”的结余写了两次',
    help: '只写在 carriedOver 里，或只写在申请的 {fact} 里',
  },
  fundingNotCarried: { message: '按规则，“{product}”不使用结余', help: '这一险种不填结余，也不调入' },
  fundingMovedTooMuch: { message: '从“{product}”调出 {amount:amount} 元，而当时只有 {available:amount} 元可调' },
  fundingMovedToWaived: { message: '“{product}”已由县里的“{by}”替代，不再筹资，不能调入' },
  // 核对结算
  verifyContentAltered: {
    message: '结算内容与它自己的摘要不符：结算之后被改动过',
    help: '以留存的原始答复为准，或按申请重新结算',
  },
  verifyHistoryDiffers: {
    message: '申请带入的此前累计与结算时不同：{counters}',
    help: '用结算里 history.before 的数额重新核对',
  },
  verifyClaimDiffers: {
    message: '按结算自己的规则重新计算，结果不同：申请里的事实与当时不同，或者结算连同摘要被改动',
    help: '用当时提交的申请核对；结算不保存申请，无法指出是哪一项',
  },
  verifyNameDiffers: { message: '结算所写的版本或状态与它的规则集摘要不符', help: '以摘要为准' },
  verifyLayerDiffers: {
    message: '有保障层所写的支付方、结算渠道、为零原因或“已结算”标记与规则给出的不同：结算摘要不含这几项',
    help: '以差异中重新计算的为准支付',
  },
  verifyTrial: {
    message: '这份结算自己写明是按未公布文本的试算：任何系统都不保存该文本，不得据此支付',
    help: '按已公布的规则重新结算',
  },
  verifyRuleSetUnknown: {
    message: '这里没有该地区摘要为 {digest} 的规则集，无法重新结算',
    help: '在出具结算的系统里核对',
  },
  verifyOtherFormat: { message: '结算的格式是 {given}，这里是 {known}，无法重新结算', help: '在出具结算的系统里核对' },
  verifyOtherInForce: { message: '该地区这一日期现在适用的是另一规则集；已有结算仍以它自己的版本为准' },
  verifyOtherThanTrial: { message: '该地区这一日期现在适用的不是试算所用的文本' },
} as const satisfies Record<string, Message>;
