import { Button } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { alertLevelNames } from '../../../shared/features/alert/alert.ts'
import { client } from '../../api/client.ts'
import { useRules } from '../../api/rules.ts'
import { wayTo } from '../../app/deeds.ts'
import { dueInWords, levelTones } from '../../app/due-tag.tsx'
import { SourceCite } from '../../app/source-cite.tsx'
import { useChange } from '../../app/use-change.ts'
import { Dock } from '../../ui/dock.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import { useKeys } from '../../ui/keys.ts'
import { Verdict } from '../../ui/verdict.tsx'
import type { Alert, Desk, Snoozed } from './alert-words.ts'
import { SnoozeForm } from './snooze-form.tsx'

/** Until when it is put off and why, with the way back. */
function SnoozeNote({ one, mayWrite }: { one: Snoozed; mayWrite: boolean }) {
  const { id, until, reason, at, accountName } = one.snooze
  const wake = useChange(() => client.alert.wake.mutate({ id }))
  return (
    <section className="dock-part" aria-label="搁置">
      <p>
        搁置到 {until}：{reason}
      </p>
      <p className="note">
        {accountName} {at} 搁置
      </p>
      {wake.problem === null ? null : <Verdict tone="bad">{wake.problem.message}</Verdict>}
      {mayWrite ? (
        <Button loading={wake.isPending} onClick={() => wake.mutate()}>
          恢复提醒
        </Button>
      ) : null}
    </section>
  )
}

/** What the finding is, in full: since or until when, and by which rule. */
function Facts({ one, desk }: { one: Alert; desk: Desk }) {
  const rules = useRules(desk.year)
  return (
    <>
      <p className="alert-message">{one.message}</p>
      <dl className="alert-facts">
        <dt>级别</dt>
        <dd>
          <span className={`tag ${levelTones[one.level]}`}>{alertLevelNames[one.level]}</span>
        </dd>
        <dt>党组织</dt>
        <dd>{one.label}</dd>
        <dt>事项</dt>
        <dd>{one.subject}</dd>
        <dt>期限</dt>
        <dd>{one.due === null ? '没有期限，发现就要处理' : `${one.due}，${dueInWords(one.due, desk.today)}`}</dd>
        <dt>依据</dt>
        <dd>
          <SourceCite source={one.rule} rules={rules} />
        </dd>
      </dl>
    </>
  )
}

type Props = { one: Alert | Snoozed; desk: Desk; onClose: () => void }

/** One finding beside the list: in full, with what can be done about it. */
export function AlertDock({ one, desk, onClose }: Props) {
  const navigate = useNavigate()
  const [snoozing, setSnoozing] = useState(false)
  const { year, today, may } = desk
  const { organisationId, code, subject } = one
  const way = wayTo(one, year, may.write)
  const rectify = useChange(
    () => client.alert.rectify.mutate({ organisationId, code, subject, year }),
    ({ id }) =>
      void navigate(`/rectification?${new URLSearchParams({ organisation: organisationId, year: `${year}`, id })}`)
  )
  const isAsleep = 'snooze' in one
  const maySnooze = may.write && !isAsleep
  const start = (): void => setSnoozing(true)
  useKeys(maySnooze && !snoozing ? { s: start, S: start } : {})
  return (
    <Dock
      title={`${code} ${one.title}`}
      onClose={snoozing ? () => setSnoozing(false) : onClose}
      foot={
        <>
          {way === null ? null : (
            <Button type="primary" onClick={() => void navigate(way.address)}>
              {way.words} <Kbd>Enter</Kbd>
            </Button>
          )}
          {!maySnooze ? null : (
            <Button disabled={snoozing} onClick={start}>
              搁置到 <Kbd>S</Kbd>
            </Button>
          )}
          {may.write ? (
            <Button loading={rectify.isPending} onClick={() => rectify.mutate()}>
              转为整改
            </Button>
          ) : null}
        </>
      }
    >
      <Facts one={one} desk={desk} />
      {isAsleep ? <SnoozeNote one={one} mayWrite={may.write} /> : null}
      {snoozing ? <SnoozeForm {...{ one, year, today }} onDone={() => setSnoozing(false)} /> : null}
      {rectify.problem === null ? null : <Verdict tone="bad">{rectify.problem.message}</Verdict>}
    </Dock>
  )
}
