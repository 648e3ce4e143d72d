import type { Message } from '../index.ts';

/** HTTP 接口的用语：参数、规则的选择、限制，以及接口自身的说明。 */
export const service = {
  // 地址中的参数
  parameterUnknown: { message: '没有参数“{name}”', help: '可用的参数：{known}' },
  parameterTwice: { message: '参数“{name}”出现了两次', help: '只写一次' },
  parameterMissing: { message: '缺少参数“{name}”' },
  parameterLength: { message: '参数“{name}”应有 1 至 {most} 个字符' },
  parameterNotBoolean: { message: '参数“{name}”应为 true 或 false，实际为“{value}”' },
  jurisdictionNotFound: { message: '没有地区 {code}', help: '现有地区：{known}' },
  floorOfCity: { message: '{code} 是市，最低标准约束的是县', help: '给出县的代码，例如 {example}' },
  // 依据哪些规则
  requestNotVersion: { message: '“{value}”不是版本号', help: '写作 主.次.修订，例如 1.0.0' },
  requestNotDigest: { message: '“{value}”不是摘要', help: '写作 sha256: 加 64 位小写十六进制' },
  requestNotTogether: {
    message: '“{field}”与“{other}”不能同时给出',
    help: '去掉其中一个',
  },
  ruleSetChoice: {
    message: '“ruleSet”没有说明依据哪些规则',
    help: '给出 version（县须连同 baseVersion）、effectiveDigest 或 text',
  },
  ruleSetTextEmpty: { message: '规则文本为空' },
  digestOtherJurisdiction: { message: '该摘要是 {given} 的规则，不是 {code} 的', help: '给出规则所属的地区' },
  draftInvalid: { message: '规则文本有误' },
  draftNotARuleSet: { message: '文本不是规则集，也不是县级标准', help: '首行应为 kind: RuleSet 或 kind: Override' },
  draftOtherJurisdiction: {
    message: '文本属于 {given}，请求的地区是 {code}',
    help: '市级规则集用于该市或其所辖县，县级标准只用于本县',
  },
  draftsNotTaken: { message: '批量请求不接受未发布的文本', help: '改用 POST /api/v1/evaluations，单份或数组均可' },
  tooManyDrafts: { message: '一个数组至多含 {limit} 份不同的未发布文本', help: '分成几个数组发送' },
  tooManyClaims: {
    message: '一个数组至多 {limit} 份申请，实际 {given} 份',
    help: '分成几个数组，或改用 POST /api/v1/evaluations/batch',
  },
  // 限制
  problem401: { message: '须表明身份' },
  problem403: { message: '无此权限' },
  problem408: { message: '请求到达过慢' },
  problem412: { message: '此项已被改动' },
  problem428: { message: '须说明基于哪一次改动' },
  problem429: { message: '请求过于频繁' },
  problem431: { message: '请求头过大' },
  requestTooSlow: { message: '请求未在规定时间内到齐' },
  requestMalformed: { message: '不是合法的 HTTP/1.1 请求', help: '检查请求行、请求头（须有 Host）与分块格式' },
  headersTooLarge: { message: '请求行与请求头合计超过 {limit} 字节', help: '缩短地址、Cookie 等请求头' },
  tooManyRequests: { message: '每秒超过 {limit} 次请求', help: '{seconds} 秒后再试（见 Retry-After）' },
  overloaded: { message: '服务繁忙', help: '按 Retry-After 所示时间后再试' },
  proofCutOff: { message: '证明结束前服务重新启动过，证明中断', help: '请重新发起证明' },
  proofTooLarge: {
    message: '证明所需的内存超过服务给一项证明的份额',
    help: '请减少所比较规则中申请的种类；或在内存更大的机器上运行 dixian prove，并设 NODE_OPTIONS=--max-old-space-size=4096；县（市、区）的草稿可由市级审核人写明理由后发布',
  },
  // 接口说明
  apiTitle: { message: '底线：结算接口' },
  apiDescription: {
    message:
      '按市级最低标准与县级标准结算理赔申请。金额是以元为单位的 JSON 数字，至多两位小数，答复中恰写两位；日期为 Asia/Shanghai 的日历日。申请不保存，也不写入日志。v1 只增加字段；请求中的未知字段一律拒绝。错误以 application/problem+json（RFC 9457）应答，代码固定不变。',
  },
  apiKey: { message: '本服务的 API 密钥（服务要求密钥时）。' },
  apiSession: {
    message: '登录后得到的 Cookie（POST /api/v1/session）。由 Cookie 表明身份的改动须带 Origin。',
  },
  apiNotModified: { message: '自该 ETag 的答复以来没有变化。' },
} as const satisfies Record<string, Message>;
