import { blankContents, blankPoints, type Talk } from '../../shared/features/talk/talk.ts'
import type { Occasion } from '../../shared/features/talk/occasion.ts'
import type { Supervision } from '../../shared/features/supervision/supervision.ts'
import { type DemoDesk, demoYear } from './demo-desk.ts'

/** Opens what is sealed in the sample office; shown in the terminal beside the password. */
export const sealPassword = '示例三级口令不保密2026'

async function planRounds({ call, organisation }: DemoDesk): Promise<void> {
  for (const code of ['ZB01', 'ZB02', 'ZB04', 'ZB06']) {
    const wish = { organisationId: organisation(code), year: demoYear, kind: 'T01' as const }
    const { talks } = await call.talkPlan.propose({ ...wish, from: '2026-11-23', to: '2026-12-18' })
    if (talks.length > 0) await call.talkPlan.adopt({ lines: talks })
  }
}

const occasions: readonly (readonly [string, Occasion['kind'], string, string, string | null])[] = [
  ['ZB01 冯雪梅', '受表彰', '2026-11-09', '评为全州系统先进工作者。', null],
  ['ZB02 谈曦', '有困难', '2026-11-04', '母亲住院手术，需要有人照料。', null],
  ['ZB03 姜桐刚', '岗位变动', '2026-10-26', '由东片区中队调到城关中队。', null],
  ['ZB05 安春', '意见较大', '2026-11-12', '对出车补助的算法有看法，要当面说清楚。', null],
  ['ZB08 苗春玲', '转入', '2026-10-12', '由州公司复烤厂转入。', '2026-10-20']
]

async function addOccasions({ call, person, organisation }: DemoDesk): Promise<void> {
  for (const [key, kind, date, note, closedOn] of occasions) {
    const { memberId } = person(key)
    const organisationId = organisation(key.slice(0, 4))
    await call.occasion.save({ id: '', organisationId, memberId, kind, date, note, closedOn, enteredBy: null })
  }
}

/** Two talks of L3: of them the tables keep nothing but who, with whom, and when. */
async function addSealedTalks({ call, organisation, person, deps }: DemoDesk): Promise<void> {
  const common = { id: '', number: '', year: demoYear, recordedOn: deps.system.today(), enteredBy: null }
  const talks: Talk[] = [
    {
      ...{
        ...common,
        organisationId: organisation('ZB02'),
        kind: 'T07',
        date: '2026-10-14',
        start: '16:30',
        end: '17:20'
      },
      ...{ talker: person('ZB02 张㛃'), partner: person('ZB02 谈曦'), level: 'L3', writtenOn: '2026-10-14' },
      contents: {
        ...{ ...blankContents, place: '三楼小会议室', reason: '家里有变故，情绪低落' },
        points: {
          ...blankPoints,
          life: '母亲病重，手术费用还差一截，不愿让同事知道。',
          work: '手上的项目可以交给别人接一段。'
        },
        attitude: '愿意先请年休假，工作交接清楚。',
        difficulties: '希望组织帮助联系州医院，费用先自己想办法。',
        followUps: [
          {
            ...{ subject: '联系工会按规定申请困难补助', person: person('ZB02 张㛃'), dueOn: '2026-11-27' },
            ...{ doneOn: null, result: null }
          }
        ]
      }
    },
    {
      ...{
        ...common,
        organisationId: organisation('ZB05'),
        kind: 'T01',
        date: '2026-11-13',
        start: '17:10',
        end: '17:50'
      },
      ...{ talker: person('ZB05 傅兰超'), partner: person('ZB05 彭海'), level: 'L3', writtenOn: '2026-11-13' },
      contents: {
        ...{ ...blankContents, place: '交接班室', reason: '连续缺席组织生活' },
        points: {
          ...blankPoints,
          thought: '说家里闹矛盾，不想见人；承认没有请假不对。',
          style: '下班后常和朋友在外面，劝过两次。'
        },
        faults: '限期改正期间又连续缺席，性质比上次重。',
        attitude: '答应从十二月起按时到会，写出书面说明。'
      }
    }
  ]
  for (const talk of talks) await call.talk.save({ talk, planId: null })
}

type Entry = Pick<Supervision, 'kind' | 'form' | 'date' | 'by' | 'basis' | 'receivedOn' | 'answeredOn' | 'visitedOn'>

const entries: readonly (readonly [key: string, entry: Entry])[] = [
  [
    'ZB07 任远征',
    {
      ...{ kind: 'T08', form: '谈话', date: '2026-10-28', by: '县局纪委', basis: '云烟纪谈〔2026〕9号' },
      ...{ receivedOn: null, answeredOn: null, visitedOn: null }
    }
  ],
  [
    'ZB04 屈斌明',
    {
      ...{ kind: 'T11', form: null, date: '2026-10-29', by: '县局纪委', basis: '云烟纪函〔2026〕4号' },
      ...{ receivedOn: '2026-10-30', answeredOn: null, visitedOn: null }
    }
  ],
  [
    'ZB05 袁洋明',
    {
      ...{ kind: 'T12', form: '谈话', date: '2026-06-15', by: '县局党委', basis: '云烟党诫〔2026〕1号' },
      ...{ receivedOn: null, answeredOn: '2026-06-19', visitedOn: null }
    }
  ],
  [
    'ZB03 韦海军',
    {
      ...{ kind: 'T12', form: '书面', date: '2026-03-11', by: '县局党委', basis: '云烟党诫〔2025〕3号' },
      ...{ receivedOn: null, answeredOn: null, visitedOn: '2026-09-11' }
    }
  ]
]

async function addSupervisions({ call, organisation, person, deps }: DemoDesk): Promise<void> {
  for (const [key, entry] of entries) {
    await call.supervision.save({
      ...{ id: '', number: '', organisationId: organisation(key.slice(0, 4)), year: demoYear, person: person(key) },
      ...{ dueOn: null, until: null, visitOn: null, recordedOn: deps.system.today(), ...entry }
    })
  }
}

/** Rounds to come, occasions, and behind the L3 password talks and the register of supervision. */
export async function fillTalks(desk: DemoDesk): Promise<void> {
  await planRounds(desk)
  await addOccasions(desk)
  await desk.call.seal.setUp({ password: sealPassword })
  await desk.call.seal.open({ password: sealPassword })
  await addSealedTalks(desk)
  await addSupervisions(desk)
  await desk.call.seal.close()
}
