import type { Message } from '../index.ts';

/** 导出、导入、备份、恢复与审计校验的用语。 */
export const archives = {
  helpExport: { message: '导出全部已发布的版本及其记录到空文件夹' },
  helpImport: { message: '把导出的版本装入尚无版本的数据文件夹' },
  helpBackup: { message: '备份数据文件夹到空文件夹；服务运行时也可以' },
  helpRestore: { message: '用备份恢复出一个数据文件夹，逐一核对摘要' },
  helpAudit: { message: '校验审计记录：dixian audit verify' },
  helpHead: { message: '先前记下的审计记录末尾，写作 行数:sha256:…；对不上则报告' },
  helpChecksum: { message: '导出时显示的校验和；对不上则拒绝' },
  exported: {
    message: '已导出 {versions} 个版本到 {folder}\n校验和 {checksum}\n审计记录末尾 {head}\n请把以上两项另行保存。',
  },
  imported: { message: '已从 {folder} 装入 {versions} 个版本\n审计记录末尾 {head}' },
  backupMade: {
    message:
      '已备份到 {folder}：{versions} 个版本，{drafts} 份草稿文本\n审计记录末尾 {head}\n请把这一行另行保存，恢复时用 --head 核对。',
  },
  restored: { message: '已恢复到 {folder}：{versions} 个版本，{drafts} 份草稿文本\n审计记录末尾 {head}' },
  auditWhole: { message: '审计记录完好，共 {lines} 行\n末尾 {head}' },
  auditWholeAndMore: {
    message:
      '审计记录完好，共 {lines} 行\n末尾 {head}\n末尾之后另有 {beyondBytes} 字节（完整的 {beyondLines} 行），不算在内：服务正在写入，或崩溃时没有写完（下次启动时截去）',
  },
  auditAction: { message: '没有“{given}”这个动作', help: '写作 dixian audit verify' },
  auditHeadMalformed: { message: '“{given}”不是审计记录末尾', help: '写作 行数:sha256:64 位十六进制' },
  headNotReached: {
    message: '审计记录只有 {found} 行，先前记下的第 {lines} 行不在',
    help: '这是更早的副本，或末尾被截去；请用较新的备份',
  },
  headOther: { message: '审计记录第 {lines} 行与先前记下的不同', help: '这是另一处的记录，或整条记录被重写过' },
  archiveNotEmpty: { message: '“{folder}”不是空文件夹', help: '换一个空的或尚不存在的文件夹' },
  archiveNested: {
    message: '“{inner}”在“{outer}”之内',
    help: '数据文件夹与备份、导出的文件夹须互不包含：换一个在外面的文件夹',
  },
  archiveFileMissing: { message: '缺少“{file}”', help: '换一份完整的副本' },
  archiveFileForeign: { message: '“{file}”不属于这里，或不是普通文件', help: '移走该文件，或换一份完整的副本' },
  archiveFileTooLarge: { message: '“{file}”超过 {limit} 字节', help: '换一份完整的副本' },
  archiveFileDamaged: { message: '“{file}”与其摘要不符', help: '换一份完整的副本' },
  exportDamaged: { message: '“{file}”不完整、被改动过，或没有校验和', help: '重新导出' },
  exportOther: { message: '校验和不符：给出的是 {given}，文件的是 {found}', help: '确认拿到的是当初导出的那一份' },
  importNotEmpty: { message: '这里已有 {versions} 个版本', help: '导入只能装入尚无版本的数据文件夹' },
  recordContradicts: { message: '{jurisdiction} {version} 版的记录与文本不符（{field}）', help: '重新导出' },
} as const satisfies Record<string, Message>;
