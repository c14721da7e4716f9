import { describe, expect, it } from 'vitest'
import type { Task } from '../../../../shared/features/task/task.ts'
import {
  compareTasks,
  followAgenda,
  proposedPerson,
  proposedSubject,
  taskKey,
  taskState,
  taskStateWords
} from '../../../../shared/features/task/task-rules.ts'

const today = '2026-11-21'
const aTask = (part: Partial<Task> = {}): Task => ({
  id: 't',
  organisationId: 'zb',
  subject: '补学',
  source: null,
  person: null,
  dueOn: null,
  doneOn: null,
  result: null,
  ...part
})

describe('the state of a task', () => {
  it('is told by the day, and not stored', () => {
    expect(taskState(aTask(), today)).toBe('open')
    expect(taskState(aTask({ dueOn: '2026-11-29' }), today)).toBe('open')
    expect(taskState(aTask({ dueOn: '2026-11-28' }), today)).toBe('near')
    expect(taskState(aTask({ dueOn: today }), today)).toBe('near')
    expect(taskState(aTask({ dueOn: '2026-11-20' }), today)).toBe('overdue')
    expect(taskState(aTask({ dueOn: '2026-11-20', doneOn: '2026-11-21' }), today)).toBe('done')
  })

  it('is not done by a day that is still to come', () => {
    expect(taskState(aTask({ dueOn: '2026-11-20', doneOn: '2026-11-22' }), today)).toBe('overdue')
  })

  it('is said in words with the days left or over', () => {
    const words = (dueOn: string | null) => taskStateWords(aTask({ dueOn }), today)
    expect([null, '2026-12-31', '2026-11-22', today, '2026-11-18'].map(words)).toEqual([
      '待办',
      '待办',
      '还有 1 天',
      '今天到期',
      '逾期 3 天'
    ])
  })
})

describe('the list of tasks', () => {
  it('has open ones by date first, those without a date after them, and the last done on top of the done', () => {
    const tasks = [
      aTask({ id: 'done early', doneOn: '2026-01-01' }),
      aTask({ id: 'no date' }),
      aTask({ id: 'done late', doneOn: '2026-11-01', dueOn: '2026-10-01' }),
      aTask({ id: 'later', dueOn: '2026-12-01' }),
      aTask({ id: 'overdue', dueOn: '2026-10-01' })
    ]
    expect(tasks.sort((a, b) => compareTasks(a, b, today)).map(({ id }) => id)).toEqual([
      'overdue',
      'later',
      'no date',
      'done late',
      'done early'
    ])
  })
})

describe('a resolution', () => {
  const subject = (resolution: string | null) => proposedSubject({ title: '研究学习安排', resolution })

  it('proposes its first sentence without what only says that it was agreed', () => {
    expect(subject('会议决定：由许静于十二月底前完成全体党员补学。其他事项从略。')).toBe(
      '由许静于十二月底前完成全体党员补学'
    )
    expect(subject('同意方案，由许静准备测评票和签到表，会前三天完成。')).toBe('由许静准备测评票和签到表，会前三天完成')
    expect(subject('会议同意成立攻坚小组，由李䶮任组长，三个月后报告结果。')).toBe(
      '成立攻坚小组，由李䶮任组长，三个月后报告结果'
    )
  })

  it('proposes the title of the item before what says too little, and alone where nothing is resolved', () => {
    expect(subject('同意，由林慧公布。')).toBe('研究学习安排：由林慧公布')
    expect(subject(null)).toBe('研究学习安排')
    expect(subject('  \n')).toBe('研究学习安排')
  })

  it('proposes no more than a line can show', () => {
    expect(subject('逐项落实'.repeat(200))).toHaveLength(80)
  })

  it('names the one person it charges', () => {
    const names = ['许静', '林慧', '李䶮', '李䶮华']
    expect(proposedPerson('初稿由许静执笔，送林慧修改。', names)).toBe('许静')
    expect(proposedPerson('由李䶮华登记。', names)).toBe('李䶮华')
    expect(proposedPerson('由许静执笔，由林慧修改。', names)).toBeNull()
    expect(proposedPerson('同意。', names)).toBeNull()
    expect(proposedPerson(null, names)).toBeNull()
  })
})

describe('two tasks', () => {
  it('are one and the same by organisation, subject and source', () => {
    const key = taskKey(aTask({ source: { meetingId: 'hy', item: 1 } }))
    expect(taskKey(aTask({ subject: ' 补学 ', source: { meetingId: 'hy', item: 1 }, doneOn: today }))).toBe(key)
    expect(taskKey(aTask({ source: { meetingId: 'hy', item: null } }))).not.toBe(key)
    expect(taskKey(aTask())).not.toBe(key)
  })
})

describe('an agenda that changes', () => {
  const items = (...titles: string[]) => titles.map((title, index) => ({ number: index + 1, title }))
  const of = (item: number) => aTask({ source: { meetingId: 'hy', item } })
  const placed = (task: Task, before: string[], after: string[]) =>
    followAgenda([task], items(...before), items(...after)).map(({ source }) => source?.item)

  it('takes the tasks of an item along when it moves', () => {
    expect(placed(of(2), ['甲', '乙'], ['乙', '甲'])).toEqual([1])
    expect(placed(of(3), ['甲', '乙', '丙'], ['甲', '丙'])).toEqual([2])
  })

  it('leaves them with the meeting when their item goes', () => {
    expect(placed(of(1), ['甲', '乙'], ['乙'])).toEqual([null])
  })

  it('leaves them alone when the item only changes its title, or nothing changes', () => {
    expect(placed(of(1), ['甲', '乙'], ['甲甲', '乙'])).toEqual([])
    expect(placed(of(2), ['甲', '甲'], ['甲', '甲'])).toEqual([])
    expect(followAgenda([aTask()], items('甲'), [])).toEqual([])
  })
})
