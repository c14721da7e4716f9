import './checklist-dock.css'
import { DeleteOutlined } from '@ant-design/icons'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { isDay } from '../../../shared/kernel/dates.ts'
import { client } from '../../api/client.ts'
import { useChange } from '../../app/use-change.ts'
import { DayField } from '../../ui/day-field.tsx'
import { DecimalField } from '../../ui/decimal-field.tsx'
import { Dock } from '../../ui/dock.tsx'
import { Field, faultAt } from '../../ui/field.tsx'
import { TextField } from '../../ui/inputs.tsx'
import { Verdict } from '../../ui/verdict.tsx'
import type { Desk } from './checklist-words.ts'

type FormProps = { desk: Desk; today: string; onDone: () => void }

const filed = ({ organisation, year }: Desk, today: string) => ({
  ...{ id: '', organisationId: organisation.id, year, filedOn: today }
})

/** A veto no record tells of, with what it rests on. */
function VetoForm({ desk, today, onDone }: FormProps) {
  const open = desk.toState.filter(({ id }) => !desk.stated.some(({ veto }) => veto === id))
  const [veto, setVeto] = useState(open[0]?.id ?? '')
  const [note, setNote] = useState<string | null>(null)
  const save = useChange(
    () => client.checklist.saveVeto.mutate({ ...filed(desk, today), veto, note: note ?? '' }),
    onDone
  )
  return (
    <form
      className="rectification-form"
      aria-label="记否决情形"
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate()
      }}
    >
      <Field label="否决情形" for="veto-which" fault={faultAt(save.problem, 'veto')}>
        <Select
          id="veto-which"
          style={{ width: '100%' }}
          value={veto}
          options={open.map(({ id, title }) => ({ value: id, label: `${id} ${title}` }))}
          onChange={setVeto}
        />
      </Field>
      <TextField
        {...{ id: 'veto-note', label: '依据', value: note, maxLength: 500, rows: 2, autoFocus: true }}
        hint="例如处分决定、核查结论的文号和日期"
        fault={faultAt(save.problem, 'note')}
        onChange={setNote}
      />
      {save.problem === null || save.problem.field === 'veto' || save.problem.field === 'note' ? null : (
        <Verdict tone="bad">{save.problem.message}</Verdict>
      )}
      <div className="rectification-acts">
        <Button type="primary" htmlType="submit" loading={save.isPending} disabled={(note ?? '').trim() === ''}>
          记下否决
        </Button>
        <Button onClick={onDone}>取消</Button>
      </div>
    </form>
  )
}

function BonusForm({ desk, today, onDone }: FormProps) {
  const [title, setTitle] = useState<string | null>(null)
  const [points, setPoints] = useState<number | null>(null)
  const [day, setDay] = useState<string | null>(null)
  const save = useChange(
    () =>
      client.checklist.saveBonus.mutate({
        ...filed(desk, today),
        ...{ title: title ?? '', points: points ?? 0, happenedOn: day !== null && isDay(day) ? day : null }
      }),
    onDone
  )
  return (
    <form
      className="rectification-form"
      aria-label="记加分"
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate()
      }}
    >
      {desk.bonusKinds.kinds.length === 0 ? null : (
        <div className="bonus-kinds" role="group" aria-label="常见的加分">
          {desk.bonusKinds.kinds.map((kind) => (
            <Button
              key={kind.title}
              size="small"
              onClick={() => {
                setTitle(kind.title)
                setPoints(kind.points)
              }}
            >
              {kind.title} {kind.points} 分
            </Button>
          ))}
        </div>
      )}
      <TextField
        {...{ id: 'bonus-title', label: '加分事由', value: title, maxLength: 200, autoFocus: true }}
        hint="写明文号或者项目，点上面的先填好分值，按本地口径改"
        fault={faultAt(save.problem, 'title')}
        onChange={setTitle}
      />
      <div className="mark-pair">
        <DecimalField id="bonus-points" label="加几分" value={points} onChange={setPoints} />
        <DayField
          {...{ id: 'bonus-day', label: '发生日期', value: day, fault: faultAt(save.problem, 'happenedOn') }}
          onChange={setDay}
        />
      </div>
      {save.problem === null || save.problem.field !== undefined ? null : (
        <Verdict tone="bad">{save.problem.message}</Verdict>
      )}
      <div className="rectification-acts">
        <Button
          type="primary"
          htmlType="submit"
          loading={save.isPending}
          disabled={(title ?? '').trim() === '' || points === null}
        >
          记下加分
        </Button>
        <Button onClick={onDone}>取消</Button>
      </div>
    </form>
  )
}

/** Takes a stated veto or a 加分 away. */
function Remove({ label, remove }: { label: string; remove: () => Promise<unknown> }) {
  const change = useChange(remove)
  return (
    <>
      <Button
        type="text"
        icon={<DeleteOutlined />}
        aria-label={`删除“${label}”`}
        loading={change.isPending}
        onClick={() => change.mutate()}
      />
      {change.problem === null ? null : <Verdict tone="bad">{change.problem.message}</Verdict>}
    </>
  )
}

/** 一票否决 and 加分 of the year. */
export function ExtraDock({ desk, today, onClose }: { desk: Desk; today: string; onClose: () => void }) {
  const [adding, setAdding] = useState<'veto' | 'bonus' | null>(null)
  const isOpen = desk.review.review?.publishedOn == null
  const done = (): void => setAdding(null)
  return (
    <Dock title="否决和加分" onClose={onClose}>
      <section className="dock-part" aria-label="一票否决">
        <header className="dock-part-head">
          <h3>一票否决</h3>
          <span className="push" />
          {desk.may.settle && isOpen && adding === null && desk.stated.length < desk.toState.length ? (
            <Button onClick={() => setAdding('veto')}>记否决</Button>
          ) : null}
        </header>
        <p className="note">有一项的，当年不评星。届满逾期、没有开组织生活会或者民主评议的，程序按记录判断。</p>
        {desk.vetoes.length === 0 ? <p className="good">没有否决情形。</p> : null}
        {desk.vetoes.map(({ id, title, says }) => {
          const stated = desk.stated.find(({ veto }) => veto === id)
          return (
            <div key={id} className="extra-line">
              <p>
                <span className="tag red">{id}</span> {title}
              </p>
              {stated === undefined || !desk.may.settle || !isOpen ? null : (
                <Remove label={title} remove={() => client.checklist.removeVeto.mutate({ id: stated.id })} />
              )}
              <p className="note">{says}</p>
            </div>
          )
        })}
        {adding === 'veto' ? <VetoForm desk={desk} today={today} onDone={done} /> : null}
      </section>
      <section className="dock-part" aria-label="加分">
        <header className="dock-part-head">
          <h3>加分 {desk.score.bonus}</h3>
          <span className="push" />
          {desk.may.write && isOpen && adding === null && desk.bonusKinds.most > 0 ? (
            <Button onClick={() => setAdding('bonus')}>记加分</Button>
          ) : null}
        </header>
        <p className="note">
          {desk.bonusKinds.most === 0
            ? '这份清单没有加分。'
            : `加分写在总分旁边，合计最多 ${desk.bonusKinds.most} 分，不进总分和星级。`}
        </p>
        {desk.bonuses.map(({ id, title, points, happenedOn }) => (
          <div key={id} className="extra-line">
            <p>
              {title} <strong>{points} 分</strong>
            </p>
            {desk.may.write && isOpen ? (
              <Remove label={title} remove={() => client.checklist.removeBonus.mutate({ id })} />
            ) : null}
            {happenedOn === null ? null : <p className="note">{happenedOn}</p>}
          </div>
        ))}
        {adding === 'bonus' ? <BonusForm desk={desk} today={today} onDone={done} /> : null}
      </section>
    </Dock>
  )
}
