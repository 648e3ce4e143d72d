import type { Message } from '../index.ts';

/** 规则文件夹与数据存储的用语。 */
export const store = {
  // 读取规则文件夹
  fileUnreadable: { message: '无法读取“{file}”：{reason}', help: '检查路径与读取权限' },
  textNotUtf8: { message: '“{file}”不是 UTF-8 编码', help: '以 UTF-8 编码保存该文件' },
  textKindUnknown: {
    message: '“{file}”的 kind 为“{kind}”，不认识这种文件',
    help: '可用的 kind：RuleSet、Override、Jurisdictions、TypicalClaims、Scenarios',
  },
  textNotUnderstood: {
    message: '看不出这份文件是什么：“{part}”缺失或写法不对',
    help: '文件开头须写明 kind、jurisdiction 与 effective，县级标准还须写明 extends',
  },
  // 首次启动时发布
  rulesNotPublished: {
    message: '“{folder}”中的规则有 {errors} 个错误（见上），没有发布，没有写入任何内容',
    help: '改正上列文件，再运行一次（改正后可先用 dixian validate 检查）',
  },
  rulesPublishedWarnings: { message: '“{folder}”中的规则有 {warnings} 个提醒，用 dixian validate 可逐条查看' },
  // 发布
  versionExists: { message: '{jurisdiction} 已发布过 {version} 版', help: '已发布的版本不再改动，请用新的版本号' },
  versionMalformed: { message: '“{version}”不是版本号', help: '写作 主版本.次版本.修订号，例如 1.2.0' },
  instantMalformed: { message: '“{at}”不是 UTC 时刻', help: '写作 2019-06-01T08:00:00Z' },
  // 数据文件夹
  folderInUse: { message: '数据文件夹正由进程 {pid} 使用（{file}）', help: '一个数据文件夹同时只能由一个进程使用' },
  folderMaybeInUse: {
    message: '锁文件（{file}）由另一个容器留下，或无法读取，不能确定是否仍有进程在使用数据文件夹',
    help: '确认没有进程使用后，删除该文件再启动',
  },
  dataFolderEmpty: { message: '“{folder}”中没有已发布的规则', help: '先用该数据文件夹启动一次服务' },
  storeReadOnly: { message: '存储现为只读，未写入任何内容', help: '磁盘曾写入失败；检查磁盘后重新启动' },
  auditFailed: { message: '审计记录无法写入，未做任何改动', help: '检查磁盘后再试' },
  storeClosed: { message: '存储已关闭' },
  storageFull: { message: '磁盘空间不足，未写入任何内容（{reason}）', help: '腾出空间后再试' },
  storeFailed: { message: '磁盘写入失败（{reason}）', help: '检查磁盘后重新启动' },
  storeForbidden: {
    message: '运行本程序的账号不能写入“{file}”（{reason}）',
    help: '检查其属主、权限与挂载方式，或换用有权写入的账号',
  },
  storeBusy: { message: '等待写入的请求过多，未写入任何内容', help: '{seconds} 秒后再试' },
  storeStalled: { message: '磁盘 {seconds} 秒内没有响应；是否写入尚不清楚', help: '检查磁盘后重新启动，再查看结果' },
  deskDamaged: { message: '“{file}”已损坏', help: '从备份恢复该文件' },
  deskMissing: { message: '缺少“{file}”，而已有 {texts} 份规则文本或审计记录', help: '从备份恢复整个数据文件夹' },
  deskBehind: {
    message: '“{file}”第 {lines} 行之后还有多次操作，desk.json 却停在该行：desk.json 是旧的',
    help: '从同一份备份恢复整个数据文件夹',
  },
  deskRowForeign: {
    message: '“{file}”被改动过：{table} 中的“{id}”一行与审计记录所载不符',
    help: '从备份恢复整个数据文件夹，并查明改动的人',
  },
  auditDamaged: {
    message: '审计记录“{file}”从第 {line} 行起被改动过',
    help: '从备份恢复整个数据文件夹，并查明改动的人',
  },
  auditCut: {
    message: '审计记录“{file}”末尾缺失，应有的第 {line} 行不在',
    help: '从备份恢复整个数据文件夹，并查明原因',
  },
  auditAdded: {
    message: '审计记录“{file}”从第 {line} 行起是别处添加的，不接在前一行之后',
    help: '查明改动的人；前 {lines} 行完好，留存该文件后只保留这些行即可启动',
  },
  textBesideDamaged: { message: '“{file}”已损坏或缺失', help: '从备份恢复该文件' },
  draftTextDamaged: { message: '草稿文本“{file}”已损坏或缺失', help: '从备份恢复该文件' },
  // 操作
  stateMoved: { message: '内容在此期间已有变动', help: '重新读取后再试' },
  selfApproval: { message: '参与起草的人（{by}）不能审核这份草稿', help: '请由未参与起草的人审核' },
  selfPublication: { message: '参与起草的人（{by}）不能发布这份草稿', help: '请由未参与起草的审核人发布' },
  notApproved: { message: '这份内容没有审核通过的记录', help: '先由未参与起草的人审核' },
  textDamaged: { message: '{jurisdiction} {version} 版的文本已损坏（{file}），不予使用', help: '从备份恢复该文件' },
  textForeign: {
    message: '{jurisdiction} {version} 版处存放的是另一版的文本（{file}），不予使用',
    help: '从备份恢复该文件',
  },
  textUnreadable: {
    message: '无法读取 {jurisdiction} {version} 版的文本（{file}），不予使用',
    help: '检查磁盘与读取权限',
  },
  textMissing: { message: '缺少 {jurisdiction} {version} 版的文本（{file}）', help: '从备份恢复该文件' },
} as const satisfies Record<string, Message>;
