/** 县级标准与市级各版规则集 */
export const cityRules = {
  cityRulesWrong: {
    message: '市级规则集 {rules} 有错误（{reason}），底线没有核对',
    help: '先改正市级规则集（dixian validate 逐条指出），再检查本文件',
  },
  cityRulesUnreadable: {
    message: '读不到市级规则（{rules} {reason}），底线没有核对',
    help: '先改正该文件，再检查本文件',
  },
  cityRulesMissing: {
    message: '在“{lookedIn}”里找不到市（{city}）的规则集（{reason}），底线没有核对',
    help: '把市级规则集放在本文件旁边，或一并给出市级文件，或用 --rules 指定规则文件夹，再检查一次；extends 或 effective 写错了就改正',
  },
  reasonOfAll: { message: '；要为这一项单独写明，写在 YAML 原文的 reasons 里' },
  onCityRules: { message: '（按市级规则集 {rules}）' },
  cityRulesDays: { message: '{rules}，{from} 至 {to}' },
};
