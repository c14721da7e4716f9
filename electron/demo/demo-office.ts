import type { Role } from '../../shared/features/account/account.ts'
import type { ExemptionGround } from '../../shared/features/exemption/exemption.ts'
import type { PhraseField } from '../../shared/features/phrase/phrase.ts'
import { valueOrThrow } from '../http/trpc.ts'
import { takeTemplate, templateKind } from '../features/template/template-service.ts'
import { type DemoDesk, demoYear } from './demo-desk.ts'

/** Other people with a password of their own: first passwords, to be changed by who comes in. */
const others: readonly { key: string; title: string; roles: Role[]; scope: string | null }[] = [
  { key: 'ZB02 沈国梁', title: '党委书记', roles: ['书记'], scope: null },
  { key: 'ZB03 龚雪岚', title: '纪委书记', roles: ['只读'], scope: null },
  { key: 'ZB01 许静', title: '组织员', roles: ['党务干事'], scope: 'ZB01' }
]

export const firstPassword = '示例初始口令2026'

/** Makes the demo account hold every role that shows a screen, and adds those of its colleagues. */
export async function addAccounts({ call, member, organisation }: DemoDesk): Promise<void> {
  const { account: own } = await call.account.me()
  const all: Role[] = ['管理员', '审计员', '书记', '组织委员']
  const { id, name, title } = own
  const memberId = member('ZB01', name).id
  await call.account.save({ id, name, title, roles: all, organisationId: null, memberId })
  for (const { key, title: post, roles, scope } of others) {
    const [code = '', who = ''] = key.split(' ')
    const organisationId = scope === null ? null : organisation(scope)
    const account = { id: '', name: who, title: post, roles, organisationId, memberId: member(code, who).id }
    await call.account.add({ account, password: firstPassword })
  }
}

/** Of the office's own: one parameter with its ground, phrases, one template. */
async function ownWays({ call, deps, store }: DemoDesk): Promise<void> {
  await call.rule.override({
    ...{ ruleId: 'R1-15a', parameter: 'blue', fromYear: demoYear, value: 45 },
    note: '县局党委2026年党建工作要点：党课提前一个半月提醒，留出备课时间。'
  })
  const phrases: [PhraseField, string][] = [
    ['discussion', '同意以上意见，没有补充。'],
    ['discussion', '我分管的这一块，年底前再核一遍，结果在下次会上说。'],
    ['resolution', '会议同意，由组织委员会后三个工作日内登记任务。'],
    ['resolution', '会议要求没有到会的同志一周内补课，由党小组组长登记。'],
    ['minutes', '会议由支部书记主持，传达县局党委有关通知，结合本支部实际提出安排。'],
    ['handout', '请自带学习笔记，提前十分钟签到。']
  ]
  for (const [field, text] of phrases) await call.phrase.keep({ field, text })
  const kind = valueOrThrow(templateKind('meeting.notice'))
  const bytes = await deps.documents.starter(kind)
  const given = { kind: kind.kind, fileName: '县局会议通知（套红）.docx', bytes, today: deps.system.today() }
  valueOrThrow(await takeTemplate(store(), deps.documents, given))
}

const away = [
  [
    'ZB01 杨帆',
    '流动',
    '2026-04-13',
    null,
    '州局机关挂职一年',
    '石磊',
    '每季度电话联系一次，参加州局机关第三党支部活动。'
  ],
  ['ZB04 宋丽远', '流动', '2026-02-26', '2026-08-31', '邻州照料家人', '喻霞', '六月、八月各联系一次。'],
  ['ZB06 李桂珍', '流动', '2026-09-10', null, '省城带孙辈，住址已登记', '傅立芳', null],
  ['ZB07 谭少华', '失联', '2025-11-20', null, null, '邓丽娟', '电话、家访都没有联系上，2026年6月停止党籍。']
] as const

async function addWhereabouts({ call, person, organisation }: DemoDesk): Promise<void> {
  for (const [key, kind, from, to, place, contact, note] of away)
    await call.whereabouts.save({
      ...{ id: '', memberId: person(key).memberId, kind, from, to, place, contact, note }
    })
  const ground: ExemptionGround = '应转未转组织关系'
  await call.exemption.save({
    ...{ id: '', memberId: person('ZB05 段绍云').memberId, organisationId: organisation('ZB05'), ground },
    ...{ from: '2026-11-21', to: null, approval: '云烟党〔2026〕31号', resolvedOn: '2026-09-10' }
  })
}

/** The rest of the year, and the first quarter of the next, as the program puts it forward. */
async function plan({ call, deps, organisation }: DemoDesk): Promise<void> {
  for (const code of ['ZB01', 'ZB02', 'ZB03', 'ZB04', 'ZB05', 'ZB06', 'ZB07', 'ZB08'])
    for (const year of [demoYear, demoYear + 1]) {
      const proposed = await call.plan.propose({ organisationId: organisation(code), year })
      const soon = proposed.filter(
        ({ plannedOn }) => plannedOn > deps.system.today() && plannedOn < `${demoYear + 1}-04-01`
      )
      const entries = soon.map(({ organisation: _label, title: _title, why: _why, ...entry }) => entry)
      if (entries.length > 0) await call.plan.adopt({ entries })
    }
}

/** Accounts come first; they give the rights for what follows. */
export async function fillOffice(desk: DemoDesk): Promise<void> {
  await ownWays(desk)
  await addWhereabouts(desk)
  await plan(desk)
}
