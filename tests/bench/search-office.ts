import { saveMeeting } from '../../electron/features/meeting/meeting-repository.ts'
import { saveMember } from '../../electron/features/member/member-repository.ts'
import { saveOrganisation } from '../../electron/features/organisation/organisation-repository.ts'
import { saveStudy } from '../../electron/features/study/study-repository.ts'
import { saveTask } from '../../electron/features/task/task-repository.ts'
import type { Tables } from '../../electron/store/store.ts'
import type { Meeting } from '../../shared/features/meeting/meeting.ts'
import { aBranch, aMeeting, aMember, aMembership, anItem } from '../factories/records.ts'

const surnames = '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹'
const given = '建国志强秀英丽华文明晓东海燕春梅玉兰卫国红军小平佳欣浩然子轩雨桐思远'

/** Clauses as minutes have them: who, what, how. Their combinations share words, as real minutes do. */
const clauses: readonly (readonly string[])[] = [
  [
    '支部书记在会上要求',
    '与会党员一致认为',
    '组织委员介绍说',
    '会议认真讨论后提出',
    '专卖所的同志反映',
    '纪检委员提醒大家',
    '烟叶站党员谈到',
    '上级来文明确'
  ],
  [
    '要把学习贯彻放在首位',
    '要在旺季之前把服务做细',
    '零售户最关心的是到货时间',
    '党员先锋岗应当公开承诺',
    '内控流程还有漏洞',
    '谈心谈话不能走过场',
    '青年党员要多到一线',
    '学时登记要当月核对'
  ],
  [
    '结合岗位查找差距',
    '对照清单逐项销号',
    '由各党小组分头落实',
    '每周向支部报告一次进展',
    '并把结果写进台账',
    '下次会议再作检查',
    '邀请服务对象参加评议',
    '形成制度长期坚持'
  ],
  [
    '做到有人管有人问',
    '防止年底集中补材料',
    '确保数字与凭证一致',
    '让群众看得到变化',
    '不把责任推给下级',
    '把好事办实实事办好',
    '及时公开接受监督',
    '先易后难分步推进'
  ]
]

/** Chance that repeats itself. */
export function chance(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff
    return (state >> 8) % below
  }
}

/** So many sentences, some with a word or two of chance in them. */
export function talk(random: (below: number) => number, sentences: number): string {
  const pick = (list: readonly string[]): string => list[random(list.length)] ?? ''
  const some = (): string =>
    Array.from({ length: 2 + random(6) }, () => String.fromCharCode(0x4e00 + random(3000))).join('')
  return Array.from({ length: sentences }, () => `${clauses.map(pick).join('，')}${some()}。`).join('')
}

export const nameOf = (number: number): string =>
  `${surnames[number % surnames.length]}${given[(number * 7) % given.length]}${given[(number * 13) % given.length]}`

/** A meeting of about 1,000 characters. */
export function aTalkedMeeting(number: number, branches: number): Meeting {
  const random = chance(number + 1)
  const day = `${2016 + (number % 11)}-${String(1 + random(12)).padStart(2, '0')}-${String(1 + random(28)).padStart(2, '0')}`
  const speech = (who: number) => ({ speaker: { name: nameOf(who), memberId: null }, text: talk(random, 3) })
  return aMeeting({
    id: `h${number}`,
    number: `HY${number}`,
    organisationId: `b${number % branches}`,
    types: ['主题党日'],
    date: day,
    year: Number(day.slice(0, 4)),
    minutes: talk(random, 8),
    agenda: [
      anItem({
        title: `研究${talk(random, 1).slice(0, 20)}`,
        resolution: talk(random, 2),
        discussion: [1, 2, 3].map(speech)
      })
    ]
  })
}

/** Branches and records: three in ten people, two meetings, one task, four entries of study hours. */
export function fillOffice(tables: Tables, records: number): void {
  const branches = 300
  for (let number = 0; number < branches; number += 1)
    saveOrganisation(
      tables,
      aBranch({ id: `b${number}`, code: `ZB${number}`, name: `第 ${number} 支部`, shortName: null })
    )
  for (let number = 0; number < records * 0.3; number += 1)
    saveMember(
      tables,
      aMember(`m${number}`, {
        name: nameOf(number),
        phone: `1380000${String(number).padStart(5, '0')}`,
        job: '专卖管理员',
        memberships: [aMembership({ id: `s${number}`, organisationId: `b${number % branches}` })]
      })
    )
  for (let number = 0; number < records * 0.2; number += 1) saveMeeting(tables, aTalkedMeeting(number, branches))
  const random = chance(7)
  for (let number = 0; number < records * 0.1; number += 1)
    saveTask(tables, {
      ...{ id: `t${number}`, organisationId: `b${number % branches}`, subject: talk(random, 1), source: null },
      ...{
        person: { name: nameOf(number), memberId: null },
        dueOn: `2026-0${1 + random(9)}-15`,
        doneOn: null,
        result: null
      }
    })
  for (let number = 0; number < records * 0.4; number += 1)
    saveStudy(tables, {
      ...{
        id: `x${number}`,
        organisationId: `b${number % branches}`,
        memberId: `m${number % Math.ceil(records * 0.3)}`
      },
      ...{ date: `2026-0${1 + random(9)}-12`, content: talk(random, 1).slice(0, 30), hours: 2, kind: '自学' as const }
    })
}
