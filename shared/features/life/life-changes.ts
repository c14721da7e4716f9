import type { Life } from './life.ts'

type Cells = Readonly<Record<string, string>>

const name = (person: { name: string } | null): string => person?.name ?? ''
const lines = (parts: readonly string[]): string => parts.join('\n')

/** The steps as texts, in the words of the screen. */
const cellsOf = (life: Life): Cells => ({
  会议主题: life.theme ?? '',
  方案: life.scheme ?? '',
  方案报给: [life.reportedTo, life.reportedOn].filter((part) => part !== null).join('，'),
  会前学习: lines([
    ...life.studies.map(({ on, content }) => `${on} ${content}`),
    `另勾选会议 ${life.studyMeetings.length} 次`
  ]),
  征求意见: lines(life.opinions.map(({ from, about, text }) => `${from}（${about}）：${text}`)),
  对照检查: life.examination ?? '',
  发言提纲: lines(life.outlines.map(({ person, text }) => `${name(person)}：${text}`)),
  批评意见: lines(
    life.criticisms.map(
      ({ critic, target, text, answer }) =>
        `${name(critic)}对${name(target)}：${text}${answer === '' ? '' : `（${answer}）`}`
    )
  ),
  情况报告: life.report ?? ''
})

/** What one text of the steps says otherwise than another, step by step. */
export function lifeChanges(before: Life, after: Life): { column: string; before: string; after: string }[] {
  const [one, other] = [cellsOf(before), cellsOf(after)]
  return Object.keys(one).flatMap((column) => {
    const [was, is] = [one[column] ?? '', other[column] ?? '']
    return was === is ? [] : [{ column, before: was, after: is }]
  })
}
