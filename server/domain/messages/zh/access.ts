import type { Message } from '../index.ts';

/** 访问权限的用语。密钥本身从不出现。 */
export const access = {
  keyMissing: { message: '没有出示密钥', help: '加上请求头 Authorization: Bearer 密钥' },
  keyMalformed: {
    message: 'Authorization 请求头不是密钥的写法',
    help: '写作 Bearer、一个空格、密钥；密钥以 dixian_ 开头，共 50 个字符',
  },
  keyUnknown: { message: '不认识这个密钥', help: '核对密钥是否完整，是否属于这个服务' },
  keyExpired: { message: '密钥“{name}”已过期，最后有效日为 {expires}', help: '请服务的运维人员另发一个' },
  keyRevoked: { message: '密钥“{name}”已被撤销', help: '请服务的运维人员另发一个' },
  scopeMissing: {
    message: '密钥“{name}”不能用于此事（需要 {scope}）',
    help: '它可用于：{scopes}；需要更多权限请联系服务的运维人员',
  },
  jurisdictionNotAllowed: {
    message: '密钥“{name}”不能用于地区 {code}',
    help: '它只能用于：{allowed}',
  },
  personNeeded: { message: '此事须由登录的人来做', help: '先以工号和口令登录：POST /api/v1/session；密钥不能代替人' },
  roleMayNot: { message: '您的角色（{roles}）不能做此事', help: '可做此事的角色：{needed}' },
  roleCountyEditor: { message: '县编辑' },
  roleCountyReviewer: { message: '县审核人' },
  roleCityEditor: { message: '市编辑' },
  roleCityReviewer: { message: '市审核人' },
  roleAnalyst: { message: '分析员' },
  roleAdministrator: { message: '管理员' },
  hidden: { message: '没有这一项，或它属于别的地区且尚未公开' },
  keyOnly: { message: '此事只凭密钥（需要 {scope}），不凭登录', help: '加上请求头 Authorization: Bearer 密钥' },
} as const satisfies Record<string, Message>;
