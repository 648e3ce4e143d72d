import type { Message } from '../index.ts';

/** Words for drafts, their review, tasks, and what happens to versions. */
export const drafts = {
  draftMoved: {
    message: '草稿已被 {by} 改动（{act}，第 {revision} 版）',
    help: '改了什么见 moved；并入后以第 {revision} 版为基础再保存',
  },
  draftState: { message: '草稿现为 {state}，不能这样做', help: '草稿为以下状态时可以：{wanted}' },
  draftClosed: { message: '草稿已是 {state}，不再改变', help: '请另起草稿' },
  submittedOtherText: { message: '查看期间原文又被改写', help: '请重新提交' },
  approvalOtherText: {
    message: '摘要不是所提交文本的摘要（{digest}）',
    help: '请重新查看提交内容；批准只对一份文本有效',
  },
  alreadyApproved: { message: '{by} 已经批准过', help: '下一个批准须由另一人作出' },
  approvalNotNeeded: { message: '不再需要以 {as} 身份批准', help: '还缺的批准见 submission.missing' },
  overrideReasonMissing: {
    message: '未能证明无人变差；仍要批准，须写明理由',
    help: '请查看 GET …/proof 中的申请并补上 reason，或退回草稿',
  },
  approvalMissing: {
    message: '还缺以 {as} 身份的批准',
    help: '批准之后可能已到生效首日，或所依据的标准已变动，须经市级查看',
  },
  selfReturn: { message: '{by} 写过这份草稿', help: '请改为撤回：POST …/withdrawal' },
  selfResumption: { message: '{by} 写过这个版本，不能恢复它', help: '由没有写过它的审核人恢复' },
  groundMoved: { message: '审核所依据的标准已经变动（{digest}）', help: '请撤回，在现行标准上重新查看后再提交' },
  commentUnknown: { message: '没有这条批注（{id}）' },
  commentResolved: { message: '{by} 已处理' },
  tooManyComments: { message: '已有 {most} 条批注，或共 {characters} 字', help: '请另起草稿，或写明理由退回' },
  tooManyOpenDrafts: {
    message: '{code} 已有 {most} 份草稿，未结或一日内放弃的都算',
    help: '请放弃不再需要的草稿，或在已有的草稿上继续',
  },
  draftTextTooLarge: { message: '原文超过 {limit} 字节', help: '请缩短' },
  draftStateUnknown: { message: '没有“{given}”这种草稿状态', help: '可用：{known}' },
  draftOtherKind: { message: '原文的 kind 是“{given}”', help: '这份草稿应为 {wanted}' },
  draftOtherPlace: { message: '原文属于 {given}，草稿属于 {code}', help: '请写草稿所属地区的代码' },
  wordsLength: { message: '{field} 须有看得见的内容，不超过 {most} 个字符，不含控制字符与文字方向字符' },
  idempotencyKeyMalformed: { message: '{name} 须为 1 至 128 个可见 ASCII 字符', help: '可用随机 UUID' },
  idempotencyKeyReused: { message: '这个 Idempotency-Key 已用于另一请求', help: '新的请求请用新的键' },
  periodGap: { message: '{from} 至 {to} 没有本地自己的标准', help: '期间适用市级标准；若非本意，请调整起止日期' },
  periodOverlap: { message: '{from} 至 {to} 取代 {version} 版', help: '同一天有几个版本时，以最后发布的为准' },
  periodWithoutRules: { message: '{from} 至 {to} 市级没有标准：期间无标准可用' },
  periodWithoutCity: { message: '期间（{from} 至 {to}）内市级始终没有标准', help: '请选择市级有标准的日期' },
  versionWillBeSuspended: {
    message: '{code} 的 {version} 版尚未生效，所依据的标准将变动：会被暂停',
    help: '有关人员会收到待办，重新查看',
  },
  versionBegun: { message: '{version} 版已于 {from} 生效', help: '生效首日之前才能改变；请发布新的版本' },
  versionStanding: { message: '{version} 版现为：{standing}', help: '有效的可以暂停或撤销，已暂停的可以恢复或撤销' },
  taskDone: { message: '{by} 已办' },
  draftRewritten: { message: '这会改写草稿的经过' },
} as const satisfies Record<string, Message>;
