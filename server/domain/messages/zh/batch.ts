import type { Message } from '../index.ts';

/** 逐行批量计算 */
export const batch = {
  lineTooLong: { message: '此行超过 {limit} 字节', help: '每行写一份申请' },
  jurisdictionNotAllowed: { message: '所用密钥不适用于地区 {code}', help: '换用适用的密钥，或申请增加该地区' },
  problem403: { message: '无此权限' },
  helpWorkers: { message: '批量计算所用的线程数；1 为只用本线程，不写则与处理器核数相同' },
} as const satisfies Record<string, Message>;
