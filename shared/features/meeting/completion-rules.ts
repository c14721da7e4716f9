import { personalMatters } from './admission-rules.ts'
import type { Meeting } from './meeting.ts'
import type { Verdict } from './vote-rules.ts'

/** Something still missing before a record can be completed: where it is (a field of the form) and what to do. */
export type Gap = { field: string; message: string }

/**
 * 议题 of a record that has none: the theme of a 主题党日 and the topic of a 党课 are what it is about, where it is nothing
 * else besides.
 */
function whatAbout({ types, theme, topic }: Meeting): { missing: boolean; field: string; message: string } {
  const blank = (text: string | null): boolean => text === null || text.trim() === ''
  const alone = types.every((type) => type === '主题党日' || type === '党课')
  if (!alone) return { missing: true, field: 'agenda', message: '至少要有一个议题。' }
  return types.includes('主题党日')
    ? { missing: blank(theme) && blank(topic), field: 'theme', message: '缺主题，或者至少写一个议题。' }
    : { missing: blank(topic), field: 'topic', message: '缺党课题目，或者至少写一个议题。' }
}

/** What rules.md §9.2 marks as necessary and the record does not have yet. Empty means it may be completed. */
export function gapsOf(meeting: Meeting, verdicts: readonly Verdict[], today: string): Gap[] {
  const gaps: Gap[] = []
  const want = (missing: boolean, field: string, message: string): void => {
    if (missing) gaps.push({ field, message })
  }
  want(meeting.date > today, 'date', `会议日期 ${meeting.date} 还没到，开完会再完成记录。`)
  want(meeting.start === null, 'start', '缺开始时间。')
  want(meeting.end === null, 'end', '缺结束时间。')
  want(
    meeting.start !== null && meeting.end !== null && meeting.end <= meeting.start,
    'end',
    '结束时间应晚于开始时间。'
  )
  want(meeting.place === null, 'place', '缺会议地点。')
  want(meeting.host === null, 'host', '缺主持人。')
  want(meeting.recorder === null, 'recorder', '缺记录人。')
  const about = whatAbout(meeting)
  want(meeting.agenda.length === 0 && about.missing, about.field, about.message)
  for (const item of meeting.agenda) {
    const verdict = verdicts.find((one) => one.number === item.number)
    const at = `agenda.${item.number - 1}`
    const personal = personalMatters.includes(item.kind)
    want(personal && item.subject === null, `${at}.subject`, `第 ${item.number} 个议题缺被讨论人。`)
    want(
      personal && /[、，,；;]/.test(item.subject?.name ?? ''),
      `${at}.subject`,
      `第 ${item.number} 个议题写了几个人；应逐个讨论、逐个表决，一个人一个议题。`
    )
    want(
      personal && item.vote === null,
      `${at}.title`,
      `第 ${item.number} 个议题是${item.kind}，应当表决；只是通报情况的，请把类型改成“报告”。`
    )
    if (item.vote === null) continue
    want(
      verdict?.verdict === 'not-voted' && verdict.rule !== null,
      `${at}.vote`,
      `第 ${item.number} 个议题要表决，还没有填赞成票数。`
    )
    want(item.vote.method === null, `${at}.method`, `第 ${item.number} 个议题缺表决方式。`)
    want(
      item.discussion.length === 0,
      `${at}.discussion`,
      `第 ${item.number} 个议题是表决事项，应记下发言（姓名和要点）。`
    )
    want(item.resolution === null, `${at}.resolution`, `第 ${item.number} 个议题是表决事项，缺决议全文。`)
  }
  return gaps
}
