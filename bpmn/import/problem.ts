/** What an import refuses, and what it tells besides, said to whoever brings the file, in both languages. */
import { text, type Text } from '../../domain/text.ts';

const refusals = {
  'xml.too-large': text('文件过大（上限 2 MB）', 'The file is too large (2 MB at most)'),
  'xml.characters': text('文件含有 XML 不允许的字符', 'The file has characters that XML does not allow'),
  'xml.doctype': text('不接受文档类型声明和实体', 'Document types and entities are not accepted'),
  'xml.too-deep': text('元素嵌套过深', 'Elements are nested too deep'),
  'xml.too-many': text('元素过多', 'There are too many elements'),
  'xml.parse': text('XML 无法解析', 'The XML cannot be parsed'),
  'xml.unknown': text('BPMN 2.0 没有该元素，或者不能出现在此处', 'BPMN 2.0 has no such element, or not in this place'),
  'xml.root': text('不是 BPMN 2.0 文件', 'This is no BPMN 2.0 file'),
  'id.duplicate': text('标识重复', 'The id is used twice'),
  'id.missing': text('元素没有标识', 'The element has no id'),
  'reference.unresolved': text('引用的元素不存在', 'It refers to an element that does not exist'),
  'exact.invalid': text('扩展内容不是有效的流程定义', 'What the extension holds is no valid part of a definition'),
  'process.none': text('文件中没有流程', 'The file has no process'),
  'process.several': text('文件中有多个可执行流程，请指明一个', 'The file has several executable processes; name one of them'),
  'process.key': text('流程标识无法转为小写字母、数字和连字符，请另行给出', 'The id cannot become a key of lower-case letters, digits and hyphens; give one'),
  'element.transaction': text('不支持事务子流程、补偿和取消', 'Transactions, compensation and cancellation are not supported'),
  'element.ad-hoc': text('不支持临时子流程', 'Ad-hoc sub-processes are not supported'),
  'element.complex-gateway': text('不支持复杂网关', 'Complex gateways are not supported'),
  'element.loop': text('不支持标准循环，请改用网关', 'Standard loops are not supported; draw a gateway'),
  'element.conditional': text('不支持条件事件', 'Conditional events are not supported'),
  'element.several-events': text('一个事件只能有一个事件定义', 'An event has one event definition'),
  'element.unsupported': text('不支持该元素', 'The element is not supported'),
  'event.undefined': text('捕获事件没有说明等待什么', 'A catching event does not say what it waits for'),
  'event.here': text('此类事件不能出现在此处', 'An event of this kind cannot stand here'),
  'gateway.instantiates': text('不支持启动流程或并行等待的事件网关', 'Event-based gateways that start a process, or wait for all, are not supported'),
  'start.kind': text('流程只能由人或者消息发起，不能由定时、信号或条件启动', 'A case is started by somebody or by a message, not by a timer, signal or condition'),
  'task.nobody': text('没有说明由谁办理，请指定岗位', 'It does not say whose task it is; give an office role'),
  'task.person': text('任务指派给个人，本系统只指派给岗位；请为其指定岗位', 'The task is given to a person; here tasks go to posts: give an office role for that person'),
  'task.initiator': text('任务指派给发起人，本系统只指派给岗位；请为其指定岗位', 'The task is given to whoever started the case; here tasks go to posts: give an office role for that'),
  'task.several-groups': text('任务有多个候选组，请为其指定一个岗位', 'The task has several candidate groups; give one office role for them'),
  'form.type': text('不支持该表单字段类型', 'The form field has a type that is not supported'),
  'form.conflict': text('同名字段的类型不一致', 'Fields of one name have different types'),
  'form.unreadable': text('表单内容无法读取', 'The form cannot be read'),
  'expression.too-long': text('表达式过长', 'The expression is too long'),
  'expression.code': text('表达式调用了程序代码，或者不属于支持的简单表达式', 'The expression calls code, or is none of the simple ones that are supported'),
  'expression.feel': text('FEEL 表达式无法解析', 'The FEEL expression cannot be parsed'),
  'variable.too-many': text('变量过多（上限 1000）', 'There are too many variables (1,000 at most)'),
  'more': text('问题很多，其余未列出；更正后再试', 'There is more than is told here; correct this first'),
  'variable.structured': text('变量有内部结构，而流程中没有环节给出它，表单也填不了；请改为单个字段', 'The variable has parts, no step sets it, and no form can ask for it; make it single fields'),
  'variable.list': text('没有环节给出该列表；请在选项 fields 中给出该字段', 'No step gives the list; give its field in the option fields'),
  'timer.none': text('定时器没有时间', 'The timer has no time'),
  'timer.duration': text('时长须为整的小时、日、月或年', 'A duration is whole hours, days, months or years'),
  'timer.cycle': text('只支持不限次数或一次的循环', 'A cycle repeats without end, or once'),
  'timer.date': text('定时日期须取自日期字段', 'The date of a timer comes from a date field'),
  'timer.expression': text('定时器不得使用计算的时长', 'The time of a timer cannot be computed'),
  'message.none': text('没有给出消息名称', 'The message has no name'),
  'message.dynamic': text('名称不得为表达式', 'The name cannot be an expression'),
  'message.to': text('没有说明消息发给哪个案件，请给出', 'It does not say to which case the message goes; say so'),
  'signal.none': text('没有给出信号名称', 'The signal has no name'),
  'error.none': text('没有给出错误代码', 'The error has no code'),
  'escalation.none': text('没有给出升级代码', 'The escalation has no code'),
  'link.none': text('链接没有名称', 'The link has no name'),
  'service.unknown': text('没有该服务；请在选项 services 中为其指定一个服务', 'There is no such service; give one for it in the option services'),
  'service.none': text('自动任务没有说明运行什么；请在选项 services 中按环节标识指定一个服务', 'The service task does not say what it runs; give a service for its id in the option services'),
  'send.none': text('发送任务或事件没有消息名称，由程序代码发送；请在选项 services 中为该代码或环节标识指定一个服务', 'It names no message, and code sends it; give a service for that code, or for its id, in the option services'),
  'mapping.part': text('映射由多个部分组成，或者既给出整个变量又给出其部分；请改为一个整体的值', 'The mapping is put together of parts, or gives a variable both as a whole and in parts; give one whole value'),
  'mapping.here': text('此处不能带入变量', 'Nothing can be given to an element of this kind'),
  'mapping.shadows': text('只供该环节使用的变量与他处的变量同名，本系统只有案件字段；请改名', 'A variable of this element alone has the name of another one; here a case has fields only: rename it'),

  'script.language': text('脚本只支持 FEEL', 'Scripts are FEEL only'),
  'script.result': text('脚本没有说明结果存入哪个变量', 'The script does not say which variable gets its result'),
  'rule.decision': text('没有该决策表，请一并提供', 'There is no such decision table; bring it along'),
  'decision.file': text('决策文件无法读取', 'A file of decisions cannot be read'),
  'decision.kind': text('只支持决策表', 'Only decision tables are supported'),
  'decision.requires': text('不支持依赖其他决策的决策表', 'A table that builds on other decisions is not supported'),
  'decision.language': text('决策表只支持 FEEL', 'Decision tables are in FEEL only'),
  'rule.kind': text('业务规则任务须指明决策表', 'A business rule task names a decision table'),
  'call.process': text('没有给出被调用的流程，或者由表达式决定', 'It names no process to be called, or computes it'),
  'call.binding': text('被调用的流程总是最新版本，不能固定版本', 'The latest version of a process is called; it cannot be fixed'),
  'call.everything': text('传递全部变量须先登记被调用的流程', 'To hand over all variables, the called process must be known'),
  'multi.collection': text('多实例没有集合', 'The several instances have no collection'),
  'extension.behaviour': text('扩展改变流程的行为，不支持；确可不要的，请写入选项 leaveOut', 'The extension changes what happens and is not supported; where it can be done without, name it in the option leaveOut'),
  'extension.listener': text('监听器运行程序代码，本系统不运行；确可不要的，请写入选项 leaveOut', 'A listener runs code, which does not run here; where it can be done without, name it in the option leaveOut'),
} as const satisfies Record<string, Text>;

const notices = {
  'more': text('提示很多，其余未列出', 'There is more than is told here'),
  'id.renamed': text('标识改为', 'The id becomes'),
  'name.taken': text('没有名称，以标识代替', 'It has no name and takes its id'),
  'language.one': text('文件只有一种语言，两种语言暂用同一文字', 'The file has one language; both texts are the same for now'),
  'attribute.unknown': text('BPMN 没有该属性，未导入', 'BPMN has no such attribute; it is not imported'),
  'extension.left-out': text('按选项未导入', 'It is left out, as the options say'),
  'extension.foreign': text('其他工具的扩展未导入', 'Extensions of another tool are not imported'),
  'mapping.fields': text('只供该环节使用的变量成为案件字段', 'Variables of this element alone become fields of the case'),
  'variable.working': text('有内部结构的变量作为工作数据，不在表单中', 'The variable has parts: it is kept as working data, in no form'),
  'multi.collected': text('各实例的结果按完成先后收集', 'Results of the instances are collected in the order in which they are completed'),
  'multi.wrapped': text('该环节连同其前后的赋值放入多实例子流程', 'The step, with what is set before and after it, becomes a sub-process of several instances'),
  'send.service': text('由服务代替发送消息的代码', 'A service does what the code did that sends'),
  'start.added': text('之前没有开始事件，已补上', 'Nothing leads to it, so a start event does'),
  'end.added': text('之后没有流向，已补上结束事件', 'Nothing leaves it, so an end event follows'),
  'extension.unused': text('扩展对本系统没有作用', 'The extension has no effect here'),
  'element.drawing': text('只作图示，不影响流程', 'It is drawing only and changes nothing'),
  'process.other': text('文件中的其他流程未导入', 'Another process of the file is not imported'),
  'form.elsewhere': text('表单不在文件中，请补充字段', 'The form is not in the file; add its fields'),
  'form.part': text('表单字段的该项设置未导入', 'A part of the form field is not imported'),
  'variable.derived': text('由表达式推定的字段，请核对其类型', 'The field follows from expressions; check its type'),
  'assignment.computed': text('由表达式确定岗位；其值须为“岗位@机关”', 'An expression names the post; its value must be role@agency'),
  'assignee.dropped': text('指派的个人未导入，由岗位办理', 'The person named is not imported; the post does it'),
  'role.derived': text('由岗位办理', 'The post that does it is'),
  'starter.derived': text('文件没有说明由谁发起，暂定为', 'The file does not say who starts a case; for now it is'),
  'due.unread': text('办理时限不是固定时长，未导入', 'The due date is no fixed time and is not imported'),
  'due.clock': text('办理时限作为内部时限', 'The due date becomes an internal limit'),
  'gateway.default': text('没有默认流向；最后一个条件与其余互补，作为默认', 'There is no default; the last condition is what the others leave, and becomes it'),
  'gateway.added': text('任务之后的条件流向改由网关决定', 'Conditions after a task are decided by a gateway'),
  'task.manual': text('作为人工任务', 'It becomes a user task'),
  'drawing.wins': text('图中已改动，以图为准', 'It was changed in the drawing, which holds'),
} as const satisfies Record<string, Text>;

export type RefusalCode = keyof typeof refusals;
export type NoticeCode = keyof typeof notices;

export interface ImportProblem {
  readonly code: RefusalCode;
  /** Id in the file; empty where there is none. */
  readonly element: string;
  /** Name in the file. */
  readonly name: string;
  readonly message: Text;
}
export interface ImportNotice extends Omit<ImportProblem, 'code'> { readonly code: NoticeCode }

function say({ zh, en }: Text, element: string, name: string, detail: string | undefined): Text {
  const which = name && name !== element ? `${element}「${name}」` : element;
  const whichEn = name && name !== element ? `${element} "${name}"` : element;
  const more = detail === undefined ? '' : detail.slice(0, 300);
  return text(`${which && `${which}：`}${zh}${more && `（${more}）`}`, `${whichEn && `${whichEn}: `}${en}${more && ` (${more})`}`);
}

export const importProblem = (code: RefusalCode, element: string, name: string, detail?: string): ImportProblem =>
  ({ code, element, name, message: say(refusals[code], element, name, detail) });
export const importNotice = (code: NoticeCode, element: string, name: string, detail?: string): ImportNotice =>
  ({ code, element, name, message: say(notices[code], element, name, detail) });

/** Nobody reads thousands, and an answer has an end. */
export const mostTold = 300;
export const someOf = <T>(all: readonly T[], more: T): readonly T[] => (all.length <= mostTold ? all : [...all.slice(0, mostTold), more]);
