import type { Message } from '../index.ts';

/** 服务配置的用语。 */
export const configuration = {
  // 配置里的错误
  configurationNotInstant: {
    message: '{given} 不是日期，也不是带时区的时刻',
    help: '例如 2019-06-01 或 2019-06-01T08:00:00+08:00',
  },
  variableUnknown: { message: '没有这个环境变量，不起作用', help: '{meant}全部变量见 dixian config' },
  bodyBeforeHeader: {
    message: '整个请求的时限（bodySeconds，{body} 秒）短于请求头的时限（headerSeconds，{header} 秒）',
    help: 'bodySeconds 从请求开始算起，不能小于 headerSeconds',
  },
  keyInTheOpen: {
    message: '此处写了密钥本身，只能写它的摘要',
    help: '写进文件的密钥视为已经泄露：用 dixian key 另做一个；摘要也可由 printf %s 密钥 | sha256sum 算出，前面加 sha256:',
  },
  keyNameMalformed: {
    message: '{given} 不能用作密钥的名称',
    help: '只用英文字母、数字、点、短横和下划线，首尾是字母或数字，例如 county-hospital',
  },
  keyHashMalformed: {
    message: '此处应为密钥的摘要',
    help: '写作 "sha256:" 加 64 位小写十六进制数字；dixian key 连同密钥一并给出',
  },
  keyNameTwice: { message: '密钥名称“{name}”写了两次：第 {first} 项与第 {again} 项', help: '改名，或删去一项' },
  keyHashTwice: { message: '密钥“{name}”与“{first}”是同一个', help: '一个密钥只写一项；各方应有各自的密钥' },
  configurationNotHost: {
    message: '{given} 不是可以监听的地址',
    help: '写作 127.0.0.1、0.0.0.0、:: 或本机的名称',
  },
  configurationNotOrigin: {
    message: '{given} 不是服务的网址',
    help: '写作 https://名称 或 http://名称:端口，后面不带路径',
  },
  pagesMissing: {
    message: '安装内容中没有网页（dist/pages）：接口可用，浏览器打不开页面',
    help: '在源码目录运行 node editor/build.mjs 后重新安装，或用 npm pack 生成的安装包',
  },
  openToAll: {
    message: 'evaluationNeedsKey 为 false，而本机以外也能连到服务（{setting}: {value}）：能连到它的人都能结算、查询',
    help: '去掉 evaluationNeedsKey，由管理员为每个使用方发一个密钥',
  },
  // dixian config
  configurationFile: { message: '配置文件：{file}' },
  configurationNoFile: { message: '没有配置文件（--config 或 DIXIAN_CONFIG）' },
  originDefault: { message: '默认' },
  originDerived: { message: '默认，按本机情况得出' },
  originFile: { message: '配置文件第 {line} 行' },
  originVariable: { message: '环境变量 {name}' },
  originOption: { message: '选项 {name}' },
  // dixian key
  keyShownOnce: { message: '密钥，只在此显示一次，请交给使用方妥善保存：' },
  keyEntry: { message: '写进配置文件的 keys（其中只有摘要），然后重新启动服务：' },
  // 帮助
  helpConfig: { message: '列出实际生效的配置及每项的来源，或配置中的错误' },
  helpConfigFile: { message: '配置文件（默认 DIXIAN_CONFIG 所指的文件）' },
  helpKey: { message: '做一个 API 密钥' },
  helpKeyName: {
    message: '使用方的名称，出现在日志与指标里；至多 {most} 个英文字母、数字、点、短横和下划线，首尾是字母或数字',
  },
  helpKeyScopes: { message: '可做的事，以逗号分隔：evaluate、read、metrics（默认 evaluate）' },
  helpKeyJurisdictions: { message: '只限这些地区代码，以逗号分隔，至多 {most} 个（默认不限）' },
  helpKeyExpires: { message: '最后一个有效日 YYYY-MM-DD（默认不限）' },
} as const satisfies Record<string, Message>;
