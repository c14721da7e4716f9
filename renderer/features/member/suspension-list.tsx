import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { runsOn, type Suspension } from '../../../shared/features/suspension/suspension.ts'
import { client } from '../../api/client.ts'
import { type Doomed, Entry, span, type Task } from './service-entry.tsx'
import { SuspensionForm } from './suspension-form.tsx'

type Props = {
  suspensions: readonly Suspension[]
  blank: Suspension
  today: string
  task: Task
  setTask: (task: Task) => void
  setDoomed: (doomed: Doomed) => void
}

/** 停权 of a person, newest first. */
export function SuspensionList({ suspensions, blank, today, task, setTask, setDoomed }: Props) {
  return (
    <>
      <div className="panel-heading row">
        <h3>停权</h3>
        {task === null ? (
          <Button
            size="small"
            icon={<PlusOutlined />}
            onClick={() => setTask({ kind: 'suspension', suspension: blank })}
          >
            记停权
          </Button>
        ) : null}
      </div>
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
          >
            <button type="button" className="link" onClick={() => setTask({ kind: 'suspension', suspension: one })}>
              修改
            </button>
            <button
              type="button"
              className="link"
              onClick={() =>
                setDoomed({
                  title: `删除“${one.kind}”这条停权？`,
                  words: '只用于登记错了的停权，删除后不能撤回，这段时间会重新算作有表决权。已经结束的请填止期。',
                  verb: '删除这条停权',
                  remove: () => client.suspension.remove.mutate({ id: one.id })
                })
              }
            >
              删除
            </button>
          </Entry>
        ))}
      </ul>
    </>
  )
}
