/** What can be wrong with a definition, said to its author in both languages. */
import { text, type Text } from '../../text.ts';

const say = {
  'id.duplicate': text('标识重复', 'The id is used twice'),
  'id.name': text('标识须为小驼峰形式，且不得为 FEEL 保留词', 'Ids are camelCase and no words of FEEL'),
  'text.missing': text('缺少中文或英文名称', 'A Chinese or English text is missing'),
  'key.shape': text('流程标识须由小写字母、数字和连字符组成', 'The key is lower-case letters, digits and hyphens'),

  'start.count': text('子流程须有且只有一个开始事件；流程可有一个普通开始事件和若干名称不同的消息开始事件', 'A sub-process has exactly one start event; a process may have one plain one, and others for messages of different names'),
  'end.count': text('流程至少须有一个结束事件', 'There must be at least one end event'),
  'end.outcome': text('结束事件的办结结果未定义', 'The end event has an outcome that is not declared'),
  'start.event': text('事件子流程的开始事件须说明由什么触发；流程的开始事件只能由消息触发，子流程的不得说明', 'The start event of an event sub-process says what starts it; a process is started by a message or plainly, a sub-process by its token alone'),
  'event.kind': text('该处不能使用这种事件', 'An event of this kind has no place here'),
  'event.clock': text('事件子流程不能由时限触发；请使用时限的逾期处理', 'A clock does not start an event sub-process; use what a breach of the clock does'),
  'event.uncaught': text('业务错误没有不限代码的捕获事件', 'The business error of the service is caught by no event that catches every code'),
  'event.never-thrown': text('没有可以触发该事件的错误或上报', 'Nothing that could be caught here is ever thrown'),
  'boundary.error': text('错误边界事件总是中断', 'A boundary event that catches an error always interrupts'),
  'event-sub-process.flow': text('流向不得进出事件子流程', 'No flow leads to or from an event sub-process'),
  'event-sub-process.multi': text('事件子流程不能有多个实例', 'An event sub-process has no instances of a list'),
  'link.pair': text('链接事件须成对：同一层内同名的捕获有且只有一个，且至少有一个引发', 'Link events go in pairs: in one level one that catches the name, and at least one that throws it'),
  'link.flow': text('流向不得进入捕获链接或离开引发链接', 'No flow leads to a catching link event or from a throwing one'),
  'end.outgoing': text('结束事件不得有流出', 'Nothing may leave an end event'),
  'flow.unknown-node': text('流向引用了不存在的环节', 'The flow names a node that does not exist'),
  'flow.into-start': text('流向不得进入开始事件或边界事件', 'No flow may enter a start or boundary event'),
  'flow.condition-ignored': text('条件只对排他网关的流出有效', 'Only flows that leave an exclusive gateway have conditions'),
  'node.no-outgoing': text('环节没有流出', 'Nothing leaves the node'),
  'node.unreachable': text('从开始无法到达该环节', 'The node cannot be reached from the start'),
  'node.no-way-to-end': text('从该环节无法到达结束', 'No end can be reached from the node'),
  'gateway.default': text('默认流向不是该网关的流出，或者带有条件', 'The default is no flow of this gateway, or has a condition'),
  'gateway.condition-missing': text('排他网关的流出缺少条件', 'A flow of the exclusive gateway has no condition'),
  'gateway.not-exhaustive': text('排他网关没有默认流向，且条件未覆盖上一环节的全部结果', 'The gateway has no default, and its conditions do not cover every outcome of the step before'),
  'gateway.event-target': text('事件网关之后须为定时器或消息事件，且只能由该网关到达', 'An event-based gateway is followed by timer or message events that nothing else leads to'),
  'sub-process.unknown': text('所在的子流程不存在', 'The sub-process that it stands in does not exist'),
  'sub-process.crossed': text('流向不得跨越子流程边界', 'A flow must not cross the border of a sub-process'),
  'boundary.attached': text('边界事件须附着于人工任务、自动任务或子流程', 'A boundary event is attached to a user task, a service task or a sub-process'),
  'boundary.repeat': text('只有不中断的边界事件可以重复', 'Only a boundary event that does not interrupt can repeat'),
  'timer.field': text('定时器须使用日期字段', 'The timer needs a date field'),
  'timer.clock': text('定时器引用的时限不存在', 'The timer follows a clock that does not exist'),

  'form.field': text('表单引用了不存在的字段', 'The form names a field that does not exist'),
  'form.requires': text('结果要求的字段不存在，或者在表单中只读', 'The outcome requires a field that does not exist or is only shown'),
  'task.outcomes': text('人工任务至少须有一个结果，且结果不得重复', 'A user task needs at least one outcome, each once'),
  'process.withdrawal': text('撤回引用了不存在的当事人、字段，或者流程中没有等待的消息', 'The withdrawal names a party, a field or a message that the process does not have'),
  'task.designated': text('指定办理引用了不存在的字段', 'The field that names who may take the step does not exist'),
  'task.same-approver': text('同一人连续审批的结果须为该环节不要求填写任何内容的结果，且不得用于会签', 'What the same approver counts as is an outcome of the step that asks for nothing, and the step is not one that several sign'),
  'task.separation': text('职责分离须引用其他人工任务', 'Separation of duties names another user task'),
  'signing.outcomes': text('会签的同意和不同意须为该环节的两个不同结果', 'Consent and objection are two different outcomes of the step'),
  'signing.signers': text('会签须有签署人；以字段确定的，须为多选字段', 'A step that several sign needs signers, or a field that holds several'),
  'signing.rule': text('会签规则无法达成：比例、票数或组长设置有误', 'The rule can never be met: share, weight or chair are wrong'),
  'assignment.role': text('岗位未定义', 'The role is not declared'),
  'assignment.party': text('当事人未定义', 'The party is not declared'),
  'assignment.agency': text('机关不存在，或者字段不存在', 'The agency or the field does not exist'),
  'assignment.missing-party': text('案件可能没有该当事人，须指明此时由谁办理', 'A case may be without this party: say who does it then'),
  'party.field': text('当事人须由发起表单中的统一社会信用代码字段确定', 'A party is found by a credit code of the start form'),
  'party.person': text('自然人当事人须由标为个人信息的文本字段确定，且任何表单不得填写该字段', 'A natural person is found by a text field marked as personal data that no form asks for'),
  'service.unknown': text('服务不存在', 'There is no such service'),
  'service.input': text('服务的输入参数缺失或者多余', 'An input of the service is missing or superfluous'),
  'service.output': text('自动任务的结果没有对应字段，或者服务不给出该结果', 'The result goes to no field, or the service does not tell it'),
  'call.process': text('调用的流程不存在', 'There is no such process to be called'),
  'call.input': text('被调用流程没有该字段，或者缺少其发起表单的必填字段', 'The called process has no such field, or a field that its start form requires is missing'),
  'call.output': text('结果没有对应字段，或者被调用流程没有该字段', 'The result goes to no field, or the called process has no such field'),
  'document.unknown': text('没有该文书式样', 'There is no such template'),
  'document.value': text('文书式样使用了未给出的内容', 'The template uses a value that it is not given'),
  'document.table': text('文书式样的表格各行宽度不一', 'The rows of a table in the template do not fill its width'),
  'document.served': text('送达日期须填入日期字段，送达方式须填入已有字段', 'The day of service goes to a date field, the way to a field that exists'),
  'document.serves': text('送达环节所指的文书没有送达日期字段，或者表单中没有该字段', 'The step serves a document that has no field for the day, or its form lacks it'),
  'script.field': text('脚本设置了不存在的字段', 'The script sets a field that does not exist'),
  'field.options': text('选项字段须有选项，且不得重复', 'A choice needs options, each once'),
  'field.range': text('最小值大于最大值', 'The minimum is above the maximum'),
  'field.past': text('只有日期和时间可以限定为已发生', 'Only a date or a moment can be said to have happened'),
  'field.role': text('人员字段须写明流程中已定义的岗位，其他字段不得写明', 'A field for people names a post that the process declares; no other field does'),
  'form.persons': text('人员只能在人工任务中选择', 'People are chosen in a user task, and nowhere else'),
  'field.refers-to': text('只有文本字段可以是所指事项的标识', 'Only a text is the id of something'),
  'field.part-of': text('只有整数可以是另一个整数字段的一部分', 'Only an integer is part of another field, which is an integer'),
  'starter': text('发起人未定义', 'The starter is not declared'),
  'starter.sets': text('发起时自动填写的内容不是自然人发起人的登记内容，或者值不合该字段', 'What is filled in where the party starts it is no field of the start form, is no value of it, or the party is no natural person'),

  'clock.trigger': text('时限的起止引用了不存在的环节或结果', 'The clock starts or stops at a node or outcome that does not exist'),
  'clock.rules': text('时限须有规则，数量须为正整数', 'A clock needs rules with whole positive amounts'),
  'clock.field': text('时限的起算日须为日期或者时间字段，以小时计的须为时间字段；届满日须为日期字段', 'The clock counts from a field that is no date or moment (hours: no moment), or ends on one that is no date'),
  'clock.never-stops': text('时限没有停止条件', 'Nothing stops the clock'),
  'decision.unknown': text('没有该决策表', 'There is no such decision table'),
  'decision.outputs': text('决策表缺少输出，或者命中策略缺少所需的输出值', 'The table has no output, or not what its hit policy needs'),
  'decision.row': text('决策表的行与列数不符', 'A row of the table does not fit its columns'),
  'clock.breach': text('逾期后果所指的环节或结果不存在，或者不是人工环节', 'What follows a breach names no user task, or no outcome of it'),
  'clock.excludes': text('不计入期限的环节不存在，或者不是会停留的环节', 'The step whose time is left out does not exist, or nothing rests there'),
  'clock.extension': text('延期的数量须为正整数', 'An extension is a whole positive amount'),
  'clock.basis': text('时限缺少法律依据；没有依据的须标明内部时限', 'The clock has no legal basis and is not marked internal'),

  'feel.syntax': text('表达式无法解析', 'The expression cannot be parsed'),
  'feel.name': text('表达式引用了未知的名称', 'The expression uses an unknown name'),
  'feel.option': text('表达式比较了不存在的选项或结果', 'The expression compares with an option or outcome that does not exist'),
  'feel.impure': text('表达式不得使用当前时间', 'An expression must not ask for the present time'),

  'soundness.deadlock': text('流程会停在此处：有令牌无法继续', 'The process can get stuck here: a token cannot go on'),
  'soundness.no-completion': text('流程进入此处后无法办结', 'From here the case can never be closed'),
  'soundness.dead': text('该环节永远不会执行', 'The node can never take place'),
  'soundness.unbounded': text('该环节的令牌可以无限增加', 'Tokens can pile up here without limit'),
  'soundness.outcome-by-order': text('办结结果取决于并行路径结束的先后', 'The outcome of the case depends on which of the parallel paths ends last'),
  'soundness.too-large': text('状态过多，无法完成检查', 'Too many markings: the check could not be completed'),
} as const satisfies Record<string, Text>;

export type ModelProblemCode = keyof typeof say;

export interface ModelProblem {
  readonly code: ModelProblemCode;
  /** Id of the node, flow, clock, field … that is wrong; the key of the process where it is the whole. */
  readonly element: string;
  readonly message: Text;
  /** Ids of the nodes that were passed on the way to the fault, from the start. */
  readonly path?: readonly string[];
}

/** @param detail what exactly, in words that need no translation (an id, an expression) */
export function problem(code: ModelProblemCode, element: string, detail?: string, path?: readonly string[]): ModelProblem {
  const { zh, en } = say[code];
  const more = detail === undefined ? '' : detail;
  return {
    code, element, message: text(`${element}：${zh}${more && `（${more}）`}`, `${element}: ${en}${more && ` (${more})`}`),
    ...(path === undefined ? {} : { path }),
  };
}
