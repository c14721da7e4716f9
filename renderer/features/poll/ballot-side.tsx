import { Checkbox, Segmented, Select } from 'antd'
import { useState } from 'react'
import type { BallotSize } from '../../../shared/features/ballot/name-ballot-layout.ts'
import { BallotSizeSelect } from '../../app/ballot-size-select.tsx'
import { PaperView } from '../../app/paper-view.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { className, type Desk } from './poll-words.ts'
import type { SetUpWork } from './use-set-up.ts'

const names = { ballot: '测评表', count: '计票报告单', comprehensive: '综合评价表' }
type Choice = keyof typeof names

/** The ballots of each class, as many as there are voters, and the forms to fill in by hand. */
export function BallotSide({ desk, work }: { desk: Desk; work: SetUpWork }) {
  const { poll, may } = desk
  const [paper, setPaper] = useState<Choice>('ballot')
  const [part, setPart] = useState(poll.classes[0]?.name ?? '')
  const [size, setSize] = useState<BallotSize>('auto')
  const [copies, setCopies] = useState<number | null>(1)
  const [blank, setBlank] = useState(false)
  const chosen = poll.classes.some(({ name }) => name === part) ? part : (poll.classes[0]?.name ?? '')
  const choices: Choice[] = [
    'ballot',
    'count',
    ...(poll.kind === '述职评议' && may.tally ? (['comprehensive'] as const) : [])
  ]
  const isBallot = paper === 'ballot'
  const wish: Record<string, string> = isBallot
    ? { part: chosen, size, copies: `${Math.min(500, Math.max(1, copies ?? 1))}`, blank: `${blank}` }
    : { part: chosen, blank: 'true' }
  const title = isBallot ? `${names.ballot}${chosen === '' ? '' : `（${chosen}）`}` : `${names[paper]}（空白表）`
  return (
    <div className="desk-side">
      <div className="paper-wish">
        <Segmented<Choice>
          aria-label="哪份材料"
          value={paper}
          options={choices.map((value) => ({ value, label: names[value] }))}
          onChange={setPaper}
        />
        {isBallot ? (
          <div className="paper-wish-line">
            {poll.classes.length < 2 ? null : (
              <Select
                aria-label="哪类票"
                style={{ width: 84 }}
                value={chosen}
                options={poll.classes.map(({ name }) => ({ value: name, label: className(name) }))}
                onChange={setPart}
              />
            )}
            {poll.kind === '干部测评' ? <BallotSizeSelect value={size} onChange={setSize} /> : null}
            {blank ? null : <NumberField id="ballot-copies" label="张数" value={copies} onChange={setCopies} />}
            <Checkbox checked={blank} onChange={({ target }) => setBlank(target.checked)}>
              空白表
            </Checkbox>
          </div>
        ) : null}
      </div>
      <PaperView
        key={paper}
        title={title}
        path={`/documents/poll/${poll.id}/${paper}`}
        query={`${new URLSearchParams(wish)}`}
        fileName={`${poll.name}${title}`}
        before={work.save.flush}
        version={work.save.count}
        startZoom={window.innerWidth < 1400 ? 40 : 50}
        footer={isBallot ? '每张都一样，不印编号和记号；每类按参加的人数发。' : '空白表，手工计票或者会上填写时用。'}
      >
        <span className="quiet">{names[paper]}</span>
      </PaperView>
    </div>
  )
}
