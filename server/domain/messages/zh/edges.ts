import type { Message } from '../index.ts';

/** 边界申请的用语：两套规则在每个界限前后各付多少。 */
export const edges = {
  // 一份申请
  edgeSelfPayMore: { message: '{facts}：个人负担由 {from} 元变为 {to} 元，多付 {change} 元{parts}' },
  edgeSelfPayLess: { message: '{facts}：个人负担由 {from} 元变为 {to} 元，少付 {change} 元{parts}' },
  edgePaidMore: { message: '{facts}：各层共付由 {from} 元变为 {to} 元，多得 {change} 元{parts}' },
  edgePaidLess: { message: '{facts}：各层共付由 {from} 元变为 {to} 元，少得 {change} 元{parts}' },
  edgeShifted: { message: '{facts}：共付 {from} 元不变，分担不同{parts}' },
  edgeParts: { message: '；自{layer}起不同' },
  edgeOn: { message: '{date}' },
  edgeOnBoth: { message: '{from}、{to} 各一日' },
  edgeFact: { message: '{label} {value}' },
  edgeMoney: { message: '{label} {amount} 元' },
  edgeSettled: { message: '{label}已由其他系统结算 {amount} 元' },
  edgeElsewhere: { message: '{label}其他途径已付 {amount} 元' },
  edgeHistoryDeductible: { message: '此前已扣起付（{period}）{label} {amount} 元' },
  edgeHistoryBase: { message: '此前累计（{period}）{label}基数 {amount} 元' },
  edgeHistoryPaid: { message: '此前累计（{period}）{label}已付 {amount} 元' },
  edgeHistoryCount: { message: '此前累计（{period}）{label} {amount}' },
  edgeBelow: { message: '不足{label}{at}' },
  edgeAt: { message: '恰为{label}{at}' },
  edgeAbove: { message: '超过{label}{at}' },
  edgeRuleBelow: { message: '{label}：相比较的两笔金额中前者较小处' },
  edgeRuleAt: { message: '{label}：相比较的两笔金额相等处' },
  edgeRuleAbove: { message: '{label}：相比较的两笔金额中前者较大处' },
  edgeLeftBelow: { message: '{label}应付少于剩余费用处' },
  edgeLeftAt: { message: '{label}应付恰为剩余费用处' },
  edgeLeftAbove: { message: '{label}应付多于剩余费用处' },
  // 全部
  edgesHead: { message: '从 {from} 到 {to}' },
  edgesOfType: {
    message:
      '{type}：试了 {considered} 份，{worse} 份少得，{better} 份多得，{equal} 份不变，{refused} 份不受理；{situations} 种情形中 {alike} 种算法相同',
  },
  edgesRefusedFrom: { message: '只有前一方不受理 {claims} 份：{why}；如 {facts}' },
  edgesRefusedTo: { message: '只有后一方不受理 {claims} 份：{why}；如 {facts}' },
  edgesRefusedBoth: { message: '双方都不受理 {claims} 份：{why}；如 {facts}' },
  edgesNone: { message: '没有不同' },
  edgesNoneOfBoth: { message: '试过且双方都受理的申请，结算相同' },
  edgesShown: {
    message: '共 {different} 份不同，以下列出 {shown} 份，损失最大的在前；先列每种申请类型、结果和最先不同的层各一份',
  },
  edgesTruncated: { message: '没有试完：达到数量或时间上限，或事实的组合太多' },
  edgesOnlyFrom: { message: '申请类型 {type} 只有前一方有，未比较' },
  edgesOnlyTo: { message: '申请类型 {type} 只有后一方有，未比较' },
  edgesNotComparable: { message: '申请类型 {type} 双方所需的事实不同，无法比较' },
  edgesOneSided: { message: '只有一方接受的事实或选项，未比较：{facts}' },
  edgesDays: { message: '只在一方期间内的边界日期 {days} 个，未比较' },
  edgesLimit: { message: '--limit 应为 1 至 {most} 的整数，而不是“{given}”' },
  helpEdges: { message: '在每个界限前后各试一分钱，列出两套规则结算不同的申请' },
  helpEdgesLimit: { message: '最多列出几份（默认 50）' },
} as const satisfies Record<string, Message>;
