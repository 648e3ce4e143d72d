import type { Message } from '../index.ts';

/** 逐行批量计算 */
export const batch = {
  lineTooLong: { message: '此行超过 {limit} 字节', help: '每行写一份申请' },
  helpWorkers: {
    message: '批量计算所用的线程数，1 至 {most}；1 为只用本线程；不写则输入超过 16 MB 后才用与处理器核数相同的线程',
  },
} as const satisfies Record<string, Message>;
