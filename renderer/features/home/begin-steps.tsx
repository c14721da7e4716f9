import { CheckCircleFilled } from '@ant-design/icons'
import { Button } from 'antd'
import { useNavigate } from 'react-router'
import type { HomeSetUp } from '../../../shared/features/home/home.ts'

type Step = {
  title: string
  says: string
  done: string | null
  acts: readonly { words: string; address: string }[]
}

/** Null until there is one. */
const many = (count: number, unit: string): string | null => (count === 0 ? null : `已有 ${count} ${unit}`)

const toRoster: Step['acts'] = [
  { words: '导入台账', address: '/ledger' },
  { words: '录入党员', address: '/member' }
]
const toMeeting: Step['acts'] = [{ words: '记会议', address: '/meeting?new' }]

function emptySteps({ organisations, members, meetings }: HomeSetUp): Step[] {
  return [
    {
      ...{ title: '建好党组织', says: '党委、党总支和支部各建一条，会议、谈话、清单都按支部记。' },
      ...{ done: many(organisations, '个党组织'), acts: [{ words: '建党组织', address: '/member' }] }
    },
    {
      ...{ title: '录入党员', says: '有 Excel 名册的直接导入台账；没有的在“组织与党员”里逐个录入。' },
      ...{ done: many(members, '名党员'), acts: toRoster }
    },
    {
      ...{ title: '记第一次会议', says: '记一次，会议记录、签到表、台账、清单和年度材料都从它出。' },
      ...{ done: many(meetings, '次会议'), acts: toMeeting }
    }
  ]
}

function firstSteps({ members, posts, plans, meetings }: HomeSetUp): Step[] {
  return [
    { title: '党员名册', says: '应到会、表决和谈话都按名册算。', done: many(members, '名党员'), acts: toRoster },
    {
      ...{
        title: '填书记、委员和届满日期',
        says: '换届提前提醒，委员之间的谈话也按它排。',
        done: many(posts, '个任职')
      },
      acts: [{ words: '填任职', address: '/member' }]
    },
    {
      ...{ title: '排年度计划', says: '三会一课按规定的次数排到每个月，照着开、照着记。', done: many(plans, '条计划') },
      acts: [{ words: '排年度计划', address: '/plan' }]
    },
    {
      ...{
        title: '补记今年开过的会',
        says: '补上以前的，覆盖表和清单才准；没有记的先不催。',
        done: many(meetings, '次会议')
      },
      acts: toMeeting
    }
  ]
}

type Props = { setUp: HomeSetUp; stage: 'empty' | 'first'; mayWrite: boolean }

/** What to begin with, step by step, each with the screen where it is done. */
export function BeginSteps({ setUp, stage, mayWrite }: Props) {
  const navigate = useNavigate()
  const steps = stage === 'empty' ? emptySteps(setUp) : firstSteps(setUp)
  const next = steps.findIndex(({ done }) => done === null)
  return (
    <section className="card home-begin" aria-label="先做这几件">
      <header className="card-head">
        <h2 className="card-title">{stage === 'empty' ? '三步开始' : '第一周先做这几件'}</h2>
        <span className="note">
          {mayWrite ? '做完一步，这里自己打勾；数据只在本机。' : '您的账户只能看；下面这些由党务干事来做。'}
        </span>
      </header>
      <ol className={`begin-steps n${steps.length}`}>
        {steps.map(({ title, says, done, acts }, at) => (
          <li key={title} className={done === null ? 'begin-step' : 'begin-step done'}>
            <h3>
              <span className="begin-number" aria-hidden>
                {done === null ? at + 1 : <CheckCircleFilled />}
              </span>
              {title}
            </h3>
            <p className="note">{says}</p>
            {done === null ? null : <p className="begin-done">{done}</p>}
            {!mayWrite ? null : (
              <p className="begin-acts">
                {acts.map(({ words, address }, place) => (
                  <Button
                    key={words}
                    type={at === next && place === 0 ? 'primary' : 'default'}
                    onClick={() => void navigate(address)}
                  >
                    {words}
                  </Button>
                ))}
              </p>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
