import { runsOn, type Suspension } from '../../../shared/features/suspension/suspension.ts'
import { client } from '../../api/client.ts'
import { Entry, HistoryHead, span } from './history-entry.tsx'
import type { HistoryProps } from './history-tab.tsx'
import { SuspensionForm } from './suspension-form.tsx'

/** 停权 of a person, newest first. */
export function SuspensionList({ file: { member, suspensions }, acts, organisationId }: HistoryProps) {
  const { task, setTask, today } = acts
  const edit = (suspension: Suspension): void => setTask({ kind: 'suspension', suspension })
  const blank: Suspension = {
    ...{ id: '', memberId: member.id, organisationId },
    ...{ kind: '留党察看', from: '', to: null, basis: null }
  }
  return (
    <>
      <HistoryHead title="停权" verb="记停权" acts={acts} onAdd={() => edit(blank)} />
      {task?.kind === 'suspension' ? (
        <SuspensionForm key={task.suspension.id} stored={task.suspension} onClose={() => setTask(null)} />
      ) : null}
      {suspensions.length === 0 && task === null ? <p className="quiet">没有停权。</p> : null}
      <ul className="panel-list">
        {suspensions.toReversed().map((one) => (
          <Entry
            key={one.id}
            now={runsOn(one, today)}
            title={one.kind}
            detail={`${span(one.from, one.to)}${one.basis === null ? '' : `，依据：${one.basis}`}`}
            acts={acts}
            onEdit={() => edit(one)}
            doomed={{
              title: `删除“${one.kind}”这条停权？`,
              words: '只用于登记错了的停权，删除后不能撤回，这段时间会重新算作有表决权。已经结束的请填止期。',
              verb: '删除这条停权',
              remove: () => client.suspension.remove.mutate({ id: one.id })
            }}
          />
        ))}
      </ul>
    </>
  )
}
