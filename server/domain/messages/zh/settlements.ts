import type { Message } from '../index.ts';

/** Words of settlements: why a claim is refused, notices, and the reasons of layers that pay nothing. */
export const settlements = {
  factNeeded: { message: '缺少「{label}」（{fact}）', help: '因 {value}，必须填报该项' },
  keyNeeded: { message: '缺少 {fact}：标准「{label}」（{standard}）按它取值', help: '请填报 {send}' },
  noFigure: {
    message: '标准「{label}」（{standard}）没有 {fact} = {value} 时的数值',
    help: '请核对该项；填写无误的，是规则缺少这一数值，请告知规则的维护者',
  },
  unknownItem: { message: '「{fact}」没有“{given}”这一选项', help: '请从该项列出的选项中选择' },
  unknownClaimType: { message: '没有“{given}”这一申请类型', help: '可用的申请类型：{known}' },
  dateContradicts: { message: '「{fact}」为 {given}，与申请日期 {date} 不一致', help: '二者应相同，或略去该项' },
  daysOutOfBounds: {
    message: '「{fact}」为 {date}，「{other}」为 {otherDate}：「{days}」为 {given}，应 {wanted}',
    help: '请核对这两个日期；如「{other}」无误，「{fact}」应{right}',
  },
  notAnAmount: { message: '{path} 不是有效的金额或数量：{given}', help: '金额为不小于零、最多两位小数的数' },
  partAboveWhole: { message: '「{part}」大于它所属的「{whole}」', help: '其中部分不能超过总额' },
  elsewhereAboveCost: { message: '其他途径已付的金额大于费用（{pot}）', help: '请核对 paidElsewhere 与费用' },
  settledMissing: {
    message: '缺少「{label}」已结算的金额',
    help: '这一层由其他系统结算，请在 settled.{layer} 填写其支付金额，可以为 0',
  },
  settledAboveLeft: { message: '「{label}」已结算的金额大于结算到该层时剩余的费用', help: '请核对 settled 中的金额' },
  settlementTooLarge: {
    message: '结算出的金额超过 {largest:amount} 元，无法精确到分',
    help: '请核对申请中的人数、天数、数量',
  },

  limitReached: { message: '「{label}」已达上限，{unpaid:amount} 元未能支付', help: '条款 {clause}' },
  termsApplied: { message: '{label}', help: '条款 {clause}' },
  offlineChannel: { message: '「{label}」须线下结算' },
  unverifiedFigure: { message: '「{label}」的数值未见于方案原文，待核实' },
  readingUsed: { message: '采用的理解：{label}' },
  counterAssumedZero: { message: '申请未带累计数 {counter}，按 0 计算' },
  pastItsPeriod: { message: '「{label}」不在保障期内（{from} 至 {to}）' },
  productReplaced: { message: '「{label}」在本县由「{by}」替代' },

  notEligible: { message: '不属于保障对象' },
  withheld: { message: '按规定不享受本层待遇' },
  outsidePeriod: { message: '不在保障期内' },
  noRuleApplies: { message: '没有适用的规则' },
  standardUnset: { message: '所需标准尚未设定' },
  nothingOwed: { message: '按公式计算应付为零' },
  nothingLeft: { message: '费用已全部支付' },
  limitUsedUp: { message: '已达上限' },
  paysNobody: { message: '筹资，不向个人支付' },
} as const satisfies Record<string, Message>;
