import { PlusOutlined, PrinterOutlined } from '@ant-design/icons'
import { Button, Segmented, Select } from 'antd'
import { labelOf, type Organisation } from '../../../shared/features/organisation/organisation.ts'
import { daysBetween, makeDay, yearOf } from '../../../shared/kernel/dates.ts'
import { Kbd } from '../../ui/kbd.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import type { PaperChoice } from './talk-papers.ts'
import { type TalkView, talkViewNames, talkViews } from './talk-words.ts'
import type { TalkPlace } from './use-talk-place.ts'

type Props = {
  place: TalkPlace
  branches: readonly Organisation[]
  home: string | null
  today: string
  narrow: boolean
  mayWrite: boolean
  onPrint: ((first: PaperChoice) => void) | null
}

const firstPaper: Record<TalkView, PaperChoice> = {
  map: 'coverage',
  records: 'counts',
  plan: 'plan',
  figures: 'counts'
}

/** How long the year still goes, while it goes. */
const left = (year: number, today: string): string =>
  year === yearOf(today) ? `还有 ${daysBetween(today, makeDay(year, 12, 31))} 天` : `${year} 年`

function Where({ place, branches, home, today }: Pick<Props, 'place' | 'branches' | 'home' | 'today'>) {
  const years = Array.from({ length: 7 }, (_one, back) => yearOf(today) + 1 - back)
  return (
    <span className="talk-where">
      <Select
        aria-label="党支部"
        style={{ width: 190 }}
        value={home ?? ''}
        options={[
          ...(branches.length > 1 ? [{ value: '', label: '全部党支部' }] : []),
          ...branches.map((one) => ({ value: one.id, label: labelOf(one) }))
        ]}
        onChange={(id) => place.go({ organisation: id === '' ? null : id, id: null })}
      />
      <Select
        aria-label="年度"
        style={{ width: 100 }}
        value={place.year}
        options={years.map((one) => ({ value: one, label: `${one} 年` }))}
        onChange={(year) => place.go({ year: `${year}` })}
      />
      <span className="talk-left">{place.year === yearOf(today) ? left(place.year, today) : ''}</span>
    </span>
  )
}

/** Title, branch and year, the four views, print, and the one thing most wanted: a new talk. */
export function TalkHeadline({ place, branches, home, today, narrow, mayWrite, onPrint }: Props) {
  const branch = branches.find(({ id }) => id === home)
  const note = narrow ? (
    <span className="talk-where">
      {[branch === undefined ? '' : labelOf(branch), left(place.year, today)].filter((part) => part !== '').join('，')}
    </span>
  ) : (
    <Where place={place} branches={branches} home={home} today={today} />
  )
  return (
    <PageHead title="谈心谈话" note={note}>
      {home === null ? null : (
        <Segmented<TalkView>
          aria-label="视图"
          value={place.view}
          options={talkViews.map((value) => ({ value, label: talkViewNames[value] }))}
          onChange={(view) => place.go({ view })}
        />
      )}
      {onPrint === null ? null : (
        <Button
          icon={<PrinterOutlined />}
          {...(narrow ? { 'aria-label': '打印', title: '打印' } : {})}
          onClick={() => onPrint(firstPaper[place.view])}
        >
          {narrow ? null : '打印'}
        </Button>
      )}
      {mayWrite && branches.length > 0 ? (
        <Button type="primary" icon={<PlusOutlined />} title="记谈话（Alt 2）" onClick={() => place.record({})}>
          记谈话 {narrow ? null : <Kbd>Alt 2</Kbd>}
        </Button>
      ) : null}
    </PageHead>
  )
}
