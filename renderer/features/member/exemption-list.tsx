import { type Exemption, exemptOn, missingProofs } from '../../../shared/features/exemption/exemption.ts'
import { client } from '../../api/client.ts'
import { ExemptionForm } from './exemption-form.tsx'
import { Entry, HistoryHead, span } from './history-entry.tsx'
import type { HistoryProps } from './history-tab.tsx'

const proofsOf = (one: Exemption): string => {
  const missing = missingProofs(one)
  const there = [
    ...(one.approval === null ? [] : [`上级批复：${one.approval}`]),
    ...(one.resolvedOn === null ? [] : [`党员大会 ${one.resolvedOn} 通过`])
  ]
  return [...there, ...(missing.length === 0 ? [] : [`还缺${missing.join('、')}`])].join('，')
}

/** Who is left out of 应到 by R2-09, newest first, each with its proofs or what is still missing. */
export function ExemptionList({ file: { member, exemptions }, acts, organisationId }: HistoryProps) {
  const { task, setTask, today } = acts
  const edit = (exemption: Exemption): void => setTask({ kind: 'exemption', exemption })
  const blank: Exemption = {
    ...{ id: '', memberId: member.id, organisationId },
    ...{ ground: '生活不能自理', from: '', to: null, approval: null, resolvedOn: null }
  }
  return (
    <>
      <HistoryHead title="不计入应到会" verb="记不计入" acts={acts} onAdd={() => edit(blank)} />
      {task?.kind === 'exemption' ? (
        <ExemptionForm key={task.exemption.id} stored={task.exemption} today={today} onClose={() => setTask(null)} />
      ) : null}
      {exemptions.length === 0 && task === null ? <p className="quiet">没有。</p> : null}
      <ul className="panel-list">
        {exemptions.toReversed().map((one) => (
          <Entry
            key={one.id}
            now={exemptOn(one, today)}
            title={one.ground}
            detail={`${span(one.from, one.to)}，${proofsOf(one)}`}
            acts={acts}
            onEdit={() => edit(one)}
            doomed={{
              title: `删除“${one.ground}”这条不计入应到会？`,
              words: '只用于登记错了的，删除后不能撤回，这段时间会重新计入应到会。已经结束的请填止期。',
              verb: '删除这条',
              remove: () => client.exemption.remove.mutate({ id: one.id })
            }}
          />
        ))}
      </ul>
    </>
  )
}
