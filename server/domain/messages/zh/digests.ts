import type { Message } from '../index.ts';

/** 按版本号、按摘要查找规则时的用语。 */
export const digests = {
  unknownVersion: { message: '{code} 没有 {version} 版', help: '已发布的版本（新的在前）：{known}' },
  baseVersionNeeded: {
    message: '按版本号查找 {code} 的规则，还须写明市级规则集的版本号 baseVersion',
    help: '市里已发布的版本（新的在前）：{known}',
  },
  baseVersionDiffers: {
    message: '{code} 是市，version 与 baseVersion 应为同一个版本，写的是 {version} 与 {baseVersion}',
    help: '只写 version',
  },
  unknownDigest: {
    message: '已发布的规则中，没有合并后的摘要为 {digest} 的',
    help: '核对摘要是否完整，写法为 sha256: 加 64 位十六进制小写数字',
  },
} as const satisfies Record<string, Message>;
