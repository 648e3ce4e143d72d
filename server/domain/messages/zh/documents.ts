import type { Message } from '../index.ts';

/** 规则集、县级标准、地区与用例文件可能出的每一种错。 */
export const documents = {
  // 文本
  documentTooLarge: { message: '文本超过 {limit} 字节', help: '拆分文件，或去掉不需要的内容' },
  documentEmpty: { message: '文本是空的', help: '至少写上 kind' },
  documentsMany: { message: '一个文件只能有一份文档，此处用 --- 开始了另一份', help: '把它放进另一个文件' },
  characterRefused: { message: '不接受字符 {character}：它不可见，或会改变文字的显示顺序', help: '删去这个字符' },
  yamlIndentation: { message: '缩进不对：与同级的内容没有对齐', help: '同一级的键从同一列开始，下一级多缩进两个空格' },
  yamlTab: { message: '缩进用了制表符', help: '改用空格' },
  yamlBracket: { message: '缺少“{bracket}”，或括号内的行缩进不够', help: '补上括号；括号内换行时要比所在的键多缩进' },
  yamlQuote: { message: '引号没有结束', help: '补上结尾的引号' },
  yamlMissingColon: { message: '此处应为“键: 值”，但没有冒号', help: '写作“键: 值”，冒号后留一个空格' },
  wideColon: { message: '“{key}”后面的冒号是全角的“：”', help: '改用半角冒号，后留一个空格：“{key}: …”' },
  yamlTwoColons: { message: '一行里有两个“键: 值”', help: '分成两行，或给含冒号的文本加引号' },
  yamlEscape: { message: '双引号内的转义写法不对', help: '反斜杠写成 \\\\，或改用单引号' },
  yamlReserved: { message: '不带引号的文本不能以这个符号开头', help: '给文本加引号' },
  yamlDirective: { message: '不接受以 % 开头的指令行', help: '删去这一行；文本一律按 YAML 1.2 读取' },
  yamlSyntax: { message: '此处不符合 YAML 的写法', help: '检查缩进、冒号、短横、引号与括号' },
  tagRefused: { message: '不接受标签 {tag}', help: '去掉标签；需要文本时加引号' },
  keyTwice: { message: '键“{key}”出现了两次', help: '每个键只写一次：删去一处，或改名' },
  keyForbidden: { message: '不接受键“{key}”', help: '换一个名字' },
  keyNotText: { message: '键应为文本', help: '写作“键: 值”，键不能是空的、列表或映射' },
  mergeKey: { message: '不接受合并键 <<', help: '把内容写出来，或用锚点（&名字、*名字）引用整个值' },
  numberForm: {
    message: '数字 {given} 的写法不被接受',
    help: '写成普通的十进制数，例如 0.55、300000；六位代码等编号须加引号',
  },
  numberDigits: { message: '数字 {given} 超过 {limit} 位有效数字，无法准确保存', help: '减少位数；代码等编号须加引号' },
  aliasUnknown: { message: '没有名为“{name}”的锚点', help: '先用 &{name} 标出要引用的值，再用 *{name} 引用' },
  aliasInside: { message: '“*{name}”引用了包含它自己的值', help: '引用别处的值' },
  aliasesMultiply: { message: '引用展开后超过 {limit} 个值', help: '减少层层引用' },
  tooManyAliases: { message: '引用超过 {limit} 处', help: '减少引用，把内容写出来' },
  tooManyNodes: { message: '文本超过 {limit} 个值', help: '拆分文件' },
  tooDeep: { message: '嵌套超过 {limit} 层', help: '减少嵌套' },
  documentNotMap: { message: '文本应为映射（键: 值），实际为{given}', help: '从 kind: 一行开始' },
  kindMissing: { message: '缺少 kind，不知道这是什么文件', help: '写上 kind，可用的值：{known}' },
  kindUnknown: { message: '没有 {given} 这种文件', help: '{meant}可用的值：{known}' },
  versionInText: {
    message: '文本里不写版本号“{key}”',
    help: '删去这一行：版本号在发布时编定，记在发布记录里，文本只写生效期间',
  },

  // 结构
  unknownKey: { message: '没有“{key}”这个键', help: '{meant}可用的键：{known}' },
  thousandsComma: {
    message: '逗号后的“{key}”成了另一个键：数字里不能有千位逗号',
    help: '去掉逗号，例如 30,000 写作 30000',
  },
  missingKey: { message: '缺少“{key}”', help: '补上“{key}: …”' },
  noneOfKeys: { message: '此处必须写明其中之一：{known}', help: '补上一个' },
  exactlyOneOf: { message: '{given} 只能写一个', help: '从 {known} 中留一个' },
  needsKey: { message: '写了“{key}”，就必须同时写“{needed}”', help: '补上“{needed}: …”，或去掉“{key}”' },
  notTogether: { message: '“{first}”与“{second}”不能同时写', help: '去掉其中一个' },
  wrongType: { message: '此处应为{wanted}，写的是{given}', help: '改为{wanted}；文本若像数字或 true，须加引号' },
  notOneOf: { message: '此处不能写 {given}', help: '{meant}可用的值：{known}' },
  tooFew: { message: '此处至少要有 {limit} 项，写了 {count} 项', help: '补足，或去掉整个键' },
  tooMany: { message: '此处最多 {limit} 项，写了 {count} 项', help: '减少项数' },
  tooLong: { message: '文本最多 {limit} 个字符，写了 {count} 个', help: '缩短' },
  reasonMissing: { message: '还没有写修改理由', help: '用中文写明为什么要改，审核人和以后查阅的人会看到' },
  textEmpty: { message: '文本不能是空的', help: '写上内容，或去掉整个键' },
  repeatedItem: { message: '{given} 重复了', help: '每项只写一次' },
  outOfRange: { message: '{given} 超出范围', help: '应为 {wanted}' },
  notADate: { message: '{given} 不是真实的日期', help: '写作 YYYY-MM-DD，例如 2019-06-01' },
  notAName: { message: '{given} 不能用作名称', help: '以小写英文字母开头，只用英文字母、数字和短横，例如 annualCap' },
  notAFactId: { message: '{given} 不能用作事实的名称', help: '写作以点相连的英文名称，例如 hospital.level' },
  notAStandardId: { message: '{given} 不能用作标准的名称', help: '写作“险种或保障层.名称”，例如 inpatient.ratio' },
  notOneStandard: {
    message: '此处只能写一项标准，不能写{given}',
    help: '写美元号加标准的 id，如 $basic.ratio；数额的各部分（amount、times、atMost 等）只能是标准，其中不能再写数额',
  },
  notAReference: { message: '{given} 不是对标准的引用', help: '以 $ 开头写标准的名称，例如 $inpatient.ratio' },
  notAnItem: { message: '{given} 不能用作选项', help: '只用英文字母、数字和短横，例如 homeCounty、1' },
  notACode: { message: '{given} 不是行政区划代码', help: '写作加引号的六位数字，例如 "990100"' },
  codeUnquoted: { message: '代码 {given} 没有加引号，成了数字', help: '加上引号，例如 "990100"' },
  clauseUnquoted: { message: '条款号 {given} 没有加引号，成了数字', help: '加上引号，例如 "3.1"' },
  oneAtMost: {
    message: '一个期间的给付日数只有一个上限，此处写的不是数额',
    help: '写 atMost: $标准，旁边写 per: month（或其他期间）；每次的上限写 perClaim；另一期间的上限用 limits 写金额',
  },
  fundingByRule: {
    message: '筹资按规则分别列出，此处应为一条规则的各方分担，写的是{given}',
    help: '先写规则名：funding: {规则名: {city: 100.00, county: 50.00}}；各规则合计写在 total 下',
  },
  bareFigure: {
    message: '规则里不直接写数字 {given}',
    help: '把数字写成 standards 里的一项标准，此处以 $ 引用它的名称',
  },
  duplicateName: { message: '{kind}“{name}”写了两次：第 {first} 项与第 {again} 项', help: '改名，或删去一处' },
  nameReserved: { message: '结算结果里的“{name}”另有所指：{meaning}', help: '换一个名称' },
  restIsShare: {
    message: '“{name}”既出一份定额，又出其余部分：结算结果里每个出资方只有一笔金额',
    help: '给其中一个改名',
  },
  periodBackwards: { message: '期间的结束 {to} 早于开始 {from}', help: '改正其中一个日期' },
  periodNeverMet: {
    message: '保障期间（{from} 至 {to}）与施行期间（{textFrom} 至 {textTo}）没有一天重合，永远不会赔付',
    help: '把保障期间改到施行期间之内；与施行期间相同的可以不写',
  },
  boundsBackwards: { message: '下限 {low} 大于上限 {high}', help: '改正其中一个' },
  unknownClause: { message: '条款“{given}”不在 clauses 里', help: '已列的条款：{known}' },

  // 事实与费用
  unknownFact: { message: '没有名为“{given}”的事实', help: '{meant}可用的事实：{known}' },
  factNotOfType: {
    message: '“{given}”不是这里的申请类型（{types}）的事实',
    help: '它属于 {declared}：补充条件限定申请类型，或换一个事实',
  },
  keyNotOfType: {
    message: '“{standard}”（{label}）按“{key}”取值，而 {types} 的申请没有这一事实，用到此处的永远无法结算',
    help: '“{key}”属于 {declared}：补充条件限定申请类型，或在 {types} 下也声明这一事实，或换一项标准',
  },
  wrongFactKind: { message: '“{fact}”（{label}）是{kind}，此处要的是{wanted}', help: '换一个事实，或改它的种类' },
  factReserved: { message: '“{fact}”是保留的名称', help: '换一个名称，例如加上前缀' },
  factInsideFact: { message: '“{fact}”写在事实“{outer}”之内', help: '事实之内不能再有事实：给其中一个改名' },
  partOfNothing: { message: '“{given}”不是可以被包含的费用项目', help: '{meant}partOf 可用：{known}' },
  daysOfNoDate: { message: '“{given}”不是日期事实', help: '{meant}daysBetween 可用：{known}' },
  firstOfNoList: { message: '“{given}”不是由选项组成的列表事实', help: '{meant}firstOf.list 可用：{known}' },
  firstOfNoItem: { message: '“{given}”不是列表“{list}”的选项', help: '{meant}可用的选项：{known}' },
  defaultNotOfKind: { message: '默认值 {given} 不是{kind}', help: '写一个同类的值；none 表示可以没有' },
  defaultNotAnItem: {
    message: '默认值 {given} 不是这项事实的选项',
    help: '{meant}可用的值：{known}；none 表示可以没有',
  },
  defaultNotInOrder: {
    message: '默认值 {given} 不在 order 里',
    help: '{meant}默认值须是列表“{list}”的一个选项，并写进 order（一般排在最后）；order 里有：{known}',
  },
  claimDateNoFact: { message: '“{given}”不是这种申请的日期事实', help: '{meant}可用的日期事实：{known}' },
  claimDateMayBeFact: {
    message: '日期写作“{given}”，它不是日期事实，只会当作文字显示，申请里送来的日期不会核对',
    help: '{meant}可用的日期事实：{known}；确实只是文字的，照给人看的样子写 date: {zh: …, en: …}',
  },
  unknownPot: { message: '{types}没有费用“{given}”', help: '{meant}可用的费用：{known}' },
  unknownPart: { message: '“{given}”不是 {of} 之中的一部分', help: '{meant}可用的部分：{known}' },
  labelOfNoPot: {
    message: 'costs 没有分出“{given}”这部分费用',
    help: '{meant}costs 分出的：{known}；账单项目的名称写在它的事实上',
  },
  labelOfNoChannel: {
    message: '没有哪一层的结算渠道会是“{given}”',
    help: '{meant}各层渠道标准里的：{known}',
  },
  labelOfNoPeriod: {
    message: '没有限额或规则按“{given}”累计',
    help: '{meant}累计所按的期间：{known}',
  },
  unknownBillItem: { message: '账单里没有项目“{given}”', help: '{meant}可用的项目：{known}' },

  // 标准
  unknownStandard: { message: '没有标准 {given}', help: '{meant}标准须先在 standards 里写明' },
  wrongUnit: { message: '标准 {named}是{unit}，此处要的是{wanted}', help: '{hint}引用单位相符的标准' },
  defaultInCircle: {
    message: '“{fact}”的默认值取决于“{by}”，而“{by}”又由“{fact}”得出，绕成了圈',
    help: '给其中一个写明不取决于另一个的默认值',
  },
  defaultByList: {
    message: '默认值不能取决于“{given}”：它是列表，没有单一的值',
    help: '{meant}写一项 firstOf 该列表的事实，按它写明默认值',
  },
  costUndivided: { message: '费用项目“{item}”写了 rest，却没有写计入多少', help: '写明 share 或 atMost，或去掉 rest' },
  boundsCrossed: {
    message: '标准 {named}作下限，总是高于 {most}所作的上限，因此不起作用',
    help: '降低下限，或提高上限',
  },
  deductiblesApart: {
    message: '规则“{rule}”与“{other}”共用一个累计，deductiblesAtMost 却不同：只有写了的才计入',
    help: '两条写同一项标准，或各用各的累计',
  },
  divisorNotAboveZero: {
    message: '标准 {named}用作除数，而它的范围允许为零或负数',
    help: '在该标准中写明 range: {above: 0}',
  },
  moneyTimesMoney: { message: '{facts}都是金额，金额不能与金额相乘', help: '每个数额只按其中一个金额计算' },
  measureLeftOut: {
    message: '数额按“{fact}”（{label}）计算，而申请可以不报它：不报时会按 0 计算',
    help: '去掉 default: none；只有部分申请须报的，按其他事实分别写明默认值',
  },
  countLeftOut: {
    message: '起付标准按“{fact}”（{label}）的数量计算，而申请可以不报它：不报时按 0 计算',
    help: '要求申请写明，或写明默认值',
  },
  forEachNotMoney: {
    message: '标准 {named}是{unit}，此处不能乘以 each 的数量',
    help: '能按数量或金额计的只有金额的数额；随数量增减的，另写 more（每一个增加多少）或 less（每一个减少多少）',
  },
  wrongShape: { message: '标准 {named}的写法不合此处：要的是{wanted}', help: '换一项标准，或改它的写法' },
  unlimitedNotACap: {
    message: '标准 {named}可以是 unlimited，只能用作封顶的 atMost',
    help: '给它一个数值，或只在 atMost 里引用',
  },
  unlimitedNotMoney: { message: '{unit}不能是 unlimited', help: '只有用作封顶线的金额（CNY）可以不设上限' },
  valueNotOfUnit: {
    message: '{given} 不是{unit}',
    help: '按单位写：金额、比例与数写数字，列表写 [ ]，none 表示没有规定',
  },
  valueShape: {
    message: '此处应为单一的值，写的是{given}（单位：{unit}）',
    help: '分别写的，旁边用 by 写明按哪项事实；按数分段的也一样，不写 by 的分段只能是比例（share）',
  },
  numberInWords: { message: '{given} 不是数字的写法', help: '写成数字，不带引号、逗号和单位：{meant}' },
  rowsNotMap: {
    message: '标准 {named}市级按 from、to、value 分段，写的是{given}',
    help: '照市级写成分段，各段写全，例如 {example}',
  },
  keyBeyondCity: {
    message: '标准 {named}市级在此是单一的值，写的是{given}',
    help: '要按另一项事实给一部分人另定，写在 keyedStandards 下：by 写这项事实，value 先按它、再按市级的键，例如 {example}',
  },
  valueNotByKey: { message: '此处应按“{key}”分别写，写的是{given}', help: '写成映射（键: 值）；键是数时也可写分段' },
  valueNotInOrder: { message: '{given} 不在 order 里（单位：{unit}）', help: '{meant}可用的值：{known}' },
  valueNotMoney: { message: '{given} 不是金额', help: '最多两位小数，小于 100 亿' },
  negativeFigure: { message: '数值 {given} 小于 0', help: '写不小于 0 的数；确需负数时写明 range' },
  shareInPercent: { message: '{given} 不是比例的写法', help: '百分数写成小数：写 {meant}' },
  shareAboveOne: { message: '比例 {given} 大于 1', help: '百分数写成小数：若指百分之 {given}，写 {meant}' },
  rangeBroken: { message: '{given} 超出该标准的范围', help: '应为 {wanted}' },
  rowsNotFromZero: { message: '第一段从 {from} 开始', help: '第一段从 0 开始，没有的部分也写一段' },
  rowsUnsorted: {
    message: '从 {from} 起的一段写在了从 {before} 起的一段之后',
    help: '各段按 from 从小到大排列：第一段从 0 开始，最后一段不写 to',
  },
  rowsGap: { message: '{to} 与 {from} 之间没有规定', help: '每一段从上一段结束之处开始' },
  rowsOverlap: { message: '这一段从 {from} 开始，上一段到 {to} 才结束', help: '每一段从上一段结束之处开始' },
  rowsNotOpen: { message: '最后一段在 {to} 结束', help: '最后一段不写 to，以上都适用' },
  rowWithoutEnd: { message: '从 {from} 起的这一段没有 to，下一段却从 {next} 开始', help: '写上 to: {next}' },
  rowEmpty: {
    message: '这一段从 {from} 到 {to}：止不大于起，没有一个数在其中',
    help: '改大止（to），或改小起（from）',
  },
  unknownValueKey: { message: '“{key}”没有“{given}”这一项', help: '{meant}可用的键：{known}' },
  keyIsLabel: { message: '“{given}”是选项 {id} 的名称，不是键', help: '写 {id}；按“{key}”可用的键：{known}' },
  keyNotBoolean: {
    message: '“{key}”是真假值，“{given}”不能用作键',
    help: '键写 "true" 与 "false"（加引号）：是写 "true"，否写 "false"',
  },
  keyNotNumber: { message: '“{key}”是数，“{given}”不是', help: '写整数，或改用分段' },
  keysMissing: { message: '按“{key}”缺少：{missing}', help: '逐项补齐，或用 otherwise 写明其余' },
  gradesMissing: {
    message: '{named}缺少 {missing} 的比例：{fact} 中最重一级为其中之一的申请会被拒收',
    help: '逐项补齐（不支付的写 0），或用 otherwise 写明其余，或让 {fact} 只收有比例的等级',
  },
  otherwiseOfNothing: {
    message: '按“{key}”每一项都已写明，没有一项留给 otherwise',
    help: '要改哪一项，就写哪一项：{known}',
  },
  otherwiseUnused: { message: '按“{key}”每一项都已写明，otherwise 用不到', help: '删去 otherwise，或删去与它相同的项' },
  numberKeysOpen: { message: '按“{key}”没有写全：它可以是任何数', help: '用 otherwise 写明其余，或改用分段' },
  keyUnfit: { message: '“{key}”不能用作键', help: '键应为选项、true/false 或数' },
  keyIsList: {
    message: '“{key}”是列表，一份申请可以同时有几项，不能用作键',
    help: '另设一个事实，取列表中排在最前的一项：firstOf: {list: {key}, order: […]}，再按它取值',
  },
  betterNotForUnit: { message: 'better: {given} 不合{unit}', help: '可用的值：{known}' },
  orderMissing: { message: 'better: {better} 需要写明选项的高低', help: '补上 order，从最差到最好' },
  orderNotForUnit: { message: '{unit}不用 order', help: '去掉 order' },
  betterAgainstUse: {
    message:
      '{named}写的是 better: {given}，但从用到它的规则和限额看，{wanted} 才对群众有利：现在这样，县级只能改差，变差也会被说成变好',
    help: '改为 better: {wanted}；不许县级改的写 county: fixed',
  },
  improveWithoutBetter: { message: '没有写明哪个方向有利，县里无从改动', help: '写上 better，或改为 county: fixed' },
  groupIncomplete: {
    message: '同组（{group}）的标准应一并设定：已有 {set}，缺少 {unset}',
    help: '补上缺少的，或都不设定',
  },
  listItemUnknown: { message: '“{fact}”没有“{given}”这一选项', help: '{meant}可用的选项：{known}' },
  unknownTerm: { message: '没有 {given} 这种待遇', help: '{meant}可用的值：none、settled、ordinary、full' },

  // 条件
  conditionTwice: { message: '一个条件里不能另有“{key}”', help: '分成几个条件，用 all 或 any 组合' },
  emptyAny: { message: 'any 里没有条件，永远不成立', help: '写上条件，或去掉整条' },
  conditionPath: { message: '条件里不接受 {key}：它会读到事实之外的内容', help: '直接用 fact 写事实的名称' },
  conditionParams: { message: '条件里不接受 {key}：事实不带参数', help: '删去它' },
  conditionPriority: {
    message: '条件里不接受 {key}：条件不分先后',
    help: '删去它；支付的先后由 layers 与 rules 的顺序决定',
  },
  conditionName: { message: '条件里不接受 {key}', help: '删去它；规则的名称写在规则上' },
  conditionNamed: { message: '不接受引用别处的条件（{key}）', help: '把条件写在这里' },
  operatorDecorated: { message: '不接受带修饰的运算符 {given}', help: '用 not 包住条件，或选相反的运算符' },
  unknownOperator: { message: '没有运算符 {given}', help: '{meant}可用的运算符：{known}' },
  operatorNotForKind: { message: '“{fact}”是{kind}，不能用 {given}', help: '可用的运算符：{known}' },
  textNotCompared: { message: '“{fact}”是文本，不能用在条件里', help: '改用选项' },
  termsNotCompared: { message: '“{fact}”是各层待遇，不能用在条件里', help: '条件只看申请的事实与其他标准' },
  conditionByTerms: {
    message: '标准 {standard} 按待遇（terms）取值，不能用在条件里',
    help: '条件先于待遇判断：换一项不按待遇取值的标准',
  },
  valueNotAList: { message: '{operator} 要和列表比较，写的是{given}', help: '写成 [ … ]，或引用列表标准' },
  valueIsAList: { message: '{operator} 要和单一的值比较，写的是{given}', help: '写一个值，或改用 in' },
  standardAsValue: { message: '条件里不能直接写 {given}：这样是一段文本', help: '和标准比较，写作 {meant}' },
  valueNotOfKind: { message: '“{fact}”是{kind}，不能和 {given} 比较', help: '写一个同类的值' },
  valueNotAnItem: { message: '“{fact}”没有 {given} 这一选项', help: '{meant}可用的选项：{known}' },
  containsList: {
    message: '“{fact}”是列表，{operator} 每次只比较一项，标准 {standard} 却是列表',
    help: '逐项写，例如 any: [{fact: {fact}, operator: contains, value: 甲}, {fact: {fact}, operator: contains, value: 乙}]；都不包含则用 all 与 doesNotContain',
  },
  notComparable: {
    message: '“{fact}”是{kind}，不能用 {operator} 和标准 {standard} 比较，后者是{unit}',
    help: '引用同类的标准；in 要引用列表标准',
  },

  unitNotDays: {
    message: '“{given}”是天数，标准 {standard}（{label}）的单位是“{unit}”，不能比较',
    help: '把标准改成天：写 unit: days，数值换算成天数；或换一项以天为单位的标准',
  },

  // 规则、保障层与限额
  unknownLayer: { message: '没有保障层“{given}”', help: '{meant}已有的保障层：{known}' },
  layerMissing: { message: '规则“{rule}”没有写明保障层', help: '补上 layer，已有的保障层：{known}' },
  termsWithLayer: { message: '规则“{rule}”决定各层待遇，不属于任何一层', help: '去掉 layer' },
  ruleNamedAsLayer: { message: '规则“{rule}”与别的保障层同名，限额与累计会先认作保障层', help: '给规则改名' },
  rulesBothPay: {
    message: '保障层“{layer}”只取一条规则，“{first}”与“{second}”却能同时适用，例如 {example}',
    help: '补充条件使二者互斥，或在该层写 combine: sum',
  },
  rulesMayBothPay: {
    message: '保障层“{layer}”的“{first}”与“{second}”能同时适用，例如 {example}，金额将相加',
    help: '确应相加时在该层写 combine: sum，否则写 combine: one 并补充条件',
  },
  periodBesideRule: {
    message:
      '保障层“{layer}”的“{first}”与“{second}”从同一费用支付且能同时适用，例如 {example}；后一条按前一条支付后的余额计算，因此按期间累计（year 或 per）的两条之和不等于该期间应付',
    help: '补充条件使二者互斥；提高几个百分点在同一条规则的数额里写 plus；确应如此时可不改',
  },
  unknownBaseName: {
    message: '{key} 写的“{given}”不是保障层或规则',
    help: '{meant}写与之共用累计的保障层（{layers}）或规则（{rules}）；只为自己累计时，写 year: true，或去掉 base',
  },
  deductiblePerShared: {
    message:
      '规则“{rule}”每次申请扣起付线，却与“{other}”在同一申请上共用累计：起付线各扣各的，同一费用又只由先支付的一条计入',
    help: '各写自己的名称分开累计；两条共用一个起付线时，去掉 deductiblePer；或补充条件使二者互斥',
  },
  basesApart: {
    message:
      '保障层“{layer}”的“{first}”与“{second}”都按期间累计，从同一费用支付而不会同时适用，累计却分开记：一个人在同一期间会扣两次起付标准，分段也各从头算起',
    help: '要合并累计，两条写同一个名称（year: {layer}，或 base: {layer}）；确应分开时，各写自己的名称：{first}、{second}',
  },
  ruleDead: { message: '规则“{rule}”的条件没有申请能够满足', help: '检查条件是否互相矛盾' },
  settledWithoutRule: {
    message:
      '标准 {named}写明保障层“{layer}”为 settled，这一层却没有规则适用于{types}：申请不会被要求填写这一层的金额，填写了 settled.{layer} 的反被拒绝',
    help: '给这一层写一条适用于这种申请的规则，由 of 说明金额从哪部分费用里扣，例如 event: {type: reimburse, params: {of: [inScope]}}；或从待遇中去掉这一层',
  },
  unknownProduct: { message: '没有险种“{given}”', help: '{meant}可用的险种：{known}' },
  unknownPayer: { message: '“{given}”不在 payers 里，将按文字显示', help: '{meant}已列的支付方：{known}' },
  claimBaseUnnamed: {
    message: '规则“{rule}”写了 per: claim，却没有写与哪条规则共用',
    help: '补上 base，写共用起付线或分段的保障层或规则；只算本次、不与别的规则共用时，去掉 per',
  },
  deductiblePerAlone: {
    message: '规则“{rule}”本来就按每次申请扣起付线，不必写 deductiblePer',
    help: '去掉 deductiblePer；分段要按年度累计时，同时写 year: true',
  },
  unknownLimited: { message: '没有名为“{given}”的保障层或规则', help: '{meant}已有的：{known}' },
  unknownLimit: {
    message: '没有名为“{given}”的封顶',
    help: '{meant}已有的封顶：{known}',
  },
  beyondSeveralPots: {
    message: '规则“{rule}”按超过封顶线的费用计算，只能支付一个费用项目，这里写了 {pots}',
    help: 'of 只写一个项目；每个项目各写一条规则',
  },
  beyondUnfit: {
    message: '规则“{rule}”受限额“{limit}”约束，但看不出超过封顶线的是哪部分费用',
    help: '该规则改用只支付这一个项目、不带 parts 的 reimburse，或另写一个只管它的限额',
  },
  beyondNothing: {
    message: '在此之前，没有支付“{pot}”的规则受限额“{limit}”约束，超过封顶线的费用总是 0',
    help: '改写约束前面保障层的限额，或把本规则所在的保障层移到后面，或去掉 beyond',
  },
  beyondItself: {
    message: '规则“{rule}”按超过“{limit}”的费用计算，自己又受它约束：一旦超过就没有余额可付',
    help: '限额的 over 或 binds 不要包括本规则及其保障层',
  },
  beyondPaidBetween: {
    message:
      '“{other}”在受“{limit}”约束的规则之后、本规则之前也从“{pot}”支付；超过封顶线的费用不因此减少，同一费用可能付两次',
    help: '确属两次支付的不必改；否则把本规则所在的保障层移到它前面',
  },
  standardUnread: {
    message: '标准 {named}没有规则、限额、费用或条件用到：县级改它，什么也不变',
    help: '用上它，或删去；只公布、不参与计算的（如服务承诺），名称第一段不用险种、保障层和申请类型的名字，例如 service.{last}',
  },
  boundUnset: {
    message: '限制待遇的规定用到“{label}”，它没有设定，即不限制；县级给它一个数字就成了新的限制，却会当作提高而放行',
    help: '不设封顶写 unlimited；不要求个人承担、不加不减写 0；不按比例折算写 1；留给县级开办的，与所限制的每条规则都要用的待定标准写同一个 group；不许县级改的写 county: fixed',
  },
  limitOverNothing: { message: '限额“{limit}”没有写明管哪些保障层或规则', help: '补上 over' },
  limitWithoutPeriod: {
    message: '限额“{limit}”没有写明期间，将按每次申请计算',
    help: '补上 per，例如 year、event、claim',
  },
  shareBeyondClaim: {
    message: '限额“{limit}”以费用的比例（share）为上限，期间却是“{per}”：那样会拿本次申请的费用去限制整个期间的赔付',
    help: '写 per: claim，按每次申请计算；要管整个期间，atMost 写金额，例如 atMost: $basic.annualCap',
  },
  shareOfNoCost: {
    message:
      '限额 {limit}按费用的比例计算，而 {types} 的申请没有这里所列的任何一项费用（{pots}）：比例乘以零，上限为零，赔付会全部被截去',
    help: '{types} 的费用有：{known}。把应计入的写进 of；这项限额不管 {types} 的，补充条件限定申请类型',
  },
  countedPeriodNear: {
    message: '期间“{given}”与“{other}”只差一两个字母，却是两个期间，各自累计',
    help: '{meant}确实是另一个期间的，换一个不易混淆的名称',
  },
  limitUnreachable: { message: '限额“{limit}”永远不起作用（{what}）：{why}', help: '改正名称或条件，或删去这条限额' },
  readingOfNothing: { message: '解读所说的{kind}“{given}”不存在', help: '{meant}改正名称，或去掉' },

  // 县级标准
  countyIsCity: { message: '县级标准的地区 {code} 就是市本身', help: 'jurisdiction 写县的代码，extends 写市的代码' },
  unknownCode: { message: '没有代码为 {given} 的地区', help: '{meant}已知的地区：{known}' },
  extendsOther: { message: 'extends 写的是 {given}，本县属于 {city}', help: '写 extends: "{city}"' },
  periodOutsideCity: {
    message: '生效期间超出市级规则集的期间（{from} 至 {to}）',
    help: '超出的日子没有市级规则可依，核对日期',
  },
  unknownCityStandard: { message: '市里没有标准“{given}”', help: '{meant}县里自己的标准写在 adds.standards 里' },
  belowFloor: {
    message: '劣于市级标准：{label}{key}，市级 {city}，本县写 {given}，{direction}',
    help: '改为不劣于市级的数值，或删去这一项而沿用市级{see}',
  },
  fixedChanged: {
    message: '这项标准县里不能改动：{label}{key}，市级 {city}，本县写 {given}',
    help: '删去这一项{see}',
  },
  ownKeyTwice: {
    message: '“{label}”（{standard}）市级已按“{key}”取值，不能再按它另定',
    help: '直接写在 standards 下：只写要提高的那些键',
  },
  ownKeyUnfit: {
    message:
      '“{label}”（{standard}）不能按“{key}”另定：用到这项标准的每一类申请都要有这一事实，且须是选项、是否或整数，各类申请一致',
    help: '{meant}可用：{known}',
  },
  keyedRows: {
    message: '这里不用行：另给部分人的数值，按 by 所指事实的值逐个写明',
    help: '写成按值对应的表，数字逐个列出（{6: 0.8, 7: 0.8}）；或增加一项是非事实，按它取值',
  },
  keyedNoBetter: {
    message: '不起作用：{label}（{key}）此处写 {given}，不优于对所有人的 {all}',
    help: '改为更优的数值，或删去这一项',
  },
  laterIsBetter: {
    message:
      '{label}{key}：兼有“{first}”和“{later}”的人，按排在前面的“{first}”取值，是 {less}，得不到“{later}”更优的 {more}',
    help: '“{fact}”从前往后取第一项，一般排在前面的各项都不差：核对这两个数字，或把“{first}”的也提高；各项待遇本来就互有高低的，不必改{others}',
  },
  adviceLeft: {
    message: '未按市级建议：{label}，市级 {city}，本县写 {given}，理由：{reason}',
    help: '市里审核时会看到理由{see}{more}',
  },
  nameIsCitys: { message: '{kind}“{name}”是市里的名称', help: '换一个名称；改市里的数值写在 standards 里' },
  unknownClaimTypeHere: { message: '没有申请类型“{given}”', help: '{meant}已有的申请类型：{known}' },
  addedTerms: { message: '县里增设的规则“{rule}”不能决定各层待遇', help: '县里增设的只能在市级各层之后支付' },
  addedToCityLayer: {
    message: '县里增设的规则“{rule}”不能写进市里的保障层“{layer}”（{label}）',
    help: '在 adds.layers 里另设一层',
  },
  addedOnCityCounter: {
    message: '县里增设的规则“{rule}”不能使用市里的累计“{given}”',
    help: '改用自己的名称，或不写名称（year: true、去掉 base）',
  },
  addedLeave: { message: '县里增设的限额“{limit}”不能规定个人至少负担多少', help: '去掉 leave' },
  addedLimitOnCity: {
    message: '县里增设的限额“{limit}”不能限制市里的“{given}”（{label}）',
    help: '只写县里增设的保障层或规则',
  },
  addedItemInTotal: {
    message:
      '市里的{kind}“{name}”在“{type}”中看费用合计（cost.total）：县里增设的费用项目“{fact}”会计入合计，改变市级待遇',
    help: '给这项费用另设申请类型（adds.claims）；或作为某一费用的其中部分（money: {partOf: …}）；只用于计算、不从中支付的，名称不以 cost. 开头',
  },
  addedFactRead: {
    message: '市里的{kind}“{name}”会在“{type}”中用到县里增设的“{fact}”，改变市级待遇',
    help: '换一个市里没有用到的名称',
  },
  addedDaysRefuse: {
    message: '县里增设的天数“{fact}”（{label}）会使市里“{type}”的申请因日期不予受理',
    help: '去掉 atLeast、atMost；或其中一个日期改用县里增设的',
  },
  addedCostOnCity: { message: '县里增设的费用划分不能涉及市里的费用“{given}”', help: '只划分县里增设的费用项目' },
  notWaivable: { message: '险种“{product}”（{label}）不能由县里替代', help: '去掉这项替代' },
  standardOfOtherProduct: { message: '{named}不是险种“{product}”的标准', help: '替代只写该险种的标准' },
  waiverNotHigher: { message: '替代“{product}”（{label}）的保险没有一项高于市级', help: '至少一项标准要高于市级' },

  // 地区
  successorOfTwo: {
    message: '代码 {given} 已接续 {other}，不能再接续 {code}',
    help: '一个代码只能接续一个旧代码。两地合并的，只给其中一地写 successor，另一地只写 validTo；它的县级规则要在新代码下继续施行的，以新代码另行公布',
  },
  codeOfItself: { message: '代码 {code} 指回了它自己', help: '改正 parent 或 successor' },
  parentIsCounty: { message: '{given} 自己属于别的市，不能作为上级', help: 'parent 写市的代码' },

  // 典型申请
  notMadeUp: {
    message: 'madeUp 只能写 true，写的是 {given}',
    help: '典型申请里的人物必须是虚构的；真人的申请不得写在这里',
  },
} as const satisfies Record<string, Message>;
