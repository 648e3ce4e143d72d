import type { Message } from '../index.ts';

/** Words of settlements: why a claim is refused, notices, reasons, and what the operators of conditions are called. */
export const settlements = {
  factNeeded: { message: '缺少「{label}」（{fact}）', help: '按此申请的其他情况（{value}），必须填报该项' },
  noFigure: { message: '标准「{label}」（{standard}）没有 {fact} = {value} 时的数值', help: '请核对该项是否填写正确' },
  unknownItem: { message: '「{fact}」没有“{given}”这一选项', help: '请从该项列出的选项中选择' },
  unknownClaimType: { message: '没有“{given}”这一申请类型', help: '可用的申请类型：{known}' },
  dateContradicts: { message: '「{fact}」为 {given}，与申请日期 {date} 不一致', help: '二者应相同，或略去该项' },
  partAboveWhole: { message: '「{part}」大于它所属的「{whole}」', help: '其中部分不能超过总额' },
  elsewhereAboveCost: { message: '其他途径已付的金额大于费用（{pot}）', help: '请核对 paidElsewhere 与费用' },
  settledMissing: {
    message: '缺少「{label}」已结算的金额',
    help: '这一层由其他系统结算，请在 settled.{layer} 填写其支付金额，可以为 0',
  },
  settledAboveLeft: { message: '「{label}」已结算的金额大于结算到该层时剩余的费用', help: '请核对 settled 中的金额' },

  'notice.limitReached': { message: '「{label}」已达上限，{unpaid} 元未能支付', help: '条款 {clause}' },
  'notice.termsApplied': { message: '{label}', help: '条款 {clause}' },
  'notice.offlineChannel': { message: '「{label}」须线下结算，由户籍所在地扶贫部门协调' },
  'notice.unverifiedFigure': { message: '「{label}」的数值未见于方案原文，待核实' },
  'notice.readingUsed': { message: '采用的理解：{label}' },
  'notice.counterAssumedZero': { message: '申请未带累计数 {counter}，按 0 计算' },
  'notice.pastItsPeriod': { message: '「{label}」不在保障期内（{from} 至 {to}）' },
  'notice.productReplaced': { message: '「{label}」在本县由「{by}」替代' },

  'reason.notEligible': { message: '不属于保障对象' },
  'reason.withheld': { message: '按规定不享受本层待遇' },
  'reason.outsidePeriod': { message: '不在保障期内' },
  'reason.noRuleApplies': { message: '没有适用的规则' },
  'reason.standardUnset': { message: '所需标准尚未设定' },
  'reason.nothingOwed': { message: '按公式计算应付为零' },
  'reason.nothingLeft': { message: '费用已全部支付' },
  'reason.limitReached': { message: '已达上限' },
  'reason.paysNobody': { message: '筹资，不向个人支付' },

  'whyNot.condition': { message: '「{label}」应{operator}{wanted}，实为 {met}' },
  'whyNot.unset': { message: '标准 {standard} 尚未设定' },
  'whyNot.terms': { message: '该层对此申请不给付' },
  'whyNot.period': { message: '不在保障期内' },
  'whyNot.otherRule': { message: '本层已按另一条规则支付' },

  'operator.equal': { message: '等于' },
  'operator.notEqual': { message: '不等于' },
  'operator.in': { message: '属于' },
  'operator.notIn': { message: '不属于' },
  'operator.contains': { message: '包含' },
  'operator.doesNotContain': { message: '不包含' },
  'operator.lessThan': { message: '小于' },
  'operator.lessThanInclusive': { message: '不大于' },
  'operator.greaterThan': { message: '大于' },
  'operator.greaterThanInclusive': { message: '不小于' },
} as const satisfies Record<string, Message>;
