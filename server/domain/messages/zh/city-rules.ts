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
  onCityRules: { message: '（按市级规则集 {rules}）' },
  cityRulesDays: { message: '{rules}，{from} 至 {to}' },
};
