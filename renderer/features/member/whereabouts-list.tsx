import { isAwayOn, type Whereabouts, type WhereaboutsKind } from '../../../shared/features/whereabouts/whereabouts.ts'
import { missingWhereabouts } from '../../../shared/features/whereabouts/whereabouts-rules.ts'
import { client } from '../../api/client.ts'
import { Entry, HistoryHead, span } from './history-entry.tsx'
import type { HistoryProps } from './history-tab.tsx'
import { WhereaboutsForm } from './whereabouts-form.tsx'

function detailOf(one: Whereabouts): string {
  const missing = missingWhereabouts(one).map(({ name }) => name)
  return [
    span(one.from, one.to),
    one.place === null ? null : `到${one.place}`,
    one.contact === null ? null : `联系人${one.contact}`,
    one.note,
    missing.length === 0 ? null : `缺${missing.join('、')}`
  ]
    .filter(Boolean)
    .join('，')
}

/** 流动 and 失联 of a person, newest first. */
export function WhereaboutsList({ file: { member, whereabouts }, acts }: HistoryProps) {
  const { task, setTask, today } = acts
  const edit = (one: Whereabouts, ending = false): void =>
    setTask({ kind: 'whereabouts', whereabouts: ending ? { ...one, to: today } : one, ending })
  const fresh = (kind: WhereaboutsKind): Whereabouts => ({
    ...{ id: '', memberId: member.id, kind, from: '', to: null },
    ...{ place: null, contact: null, note: null }
  })
  return (
    <>
      <HistoryHead title="流动与失联" verb="记流动或失联" acts={acts} onAdd={() => edit(fresh('流动'))} />
      {task?.kind === 'whereabouts' ? (
        <WhereaboutsForm
          key={task.whereabouts.id}
          stored={task.whereabouts}
          ending={task.ending}
          onClose={() => setTask(null)}
        />
      ) : null}
      {whereabouts.length === 0 && task === null ? <p className="quiet">没有流动和失联。</p> : null}
      <ul className="panel-list">
        {whereabouts.toReversed().map((one) => (
          <Entry
            key={one.id}
            now={isAwayOn(one, today)}
            title={one.kind}
            detail={detailOf(one)}
            acts={acts}
            onEdit={() => edit(one)}
            doomed={{
              title: `删除这条${one.kind}？`,
              words: `只用于登记错了的${one.kind}，删除后不能撤回。已经${one.kind === '流动' ? '返回' : '取得联系'}的请填日期。`,
              verb: `删除这条${one.kind}`,
              remove: () => client.whereabouts.remove.mutate({ id: one.id })
            }}
          >
            {one.to === null ? (
              <button type="button" className="link" onClick={() => edit(one, true)}>
                {one.kind === '流动' ? '记返回' : '记取得联系'}
              </button>
            ) : null}
          </Entry>
        ))}
      </ul>
    </>
  )
}
