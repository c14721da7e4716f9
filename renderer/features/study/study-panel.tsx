import { CloseOutlined } from '@ant-design/icons'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useNavigate } from 'react-router'
import type { Study } from '../../../shared/features/study/study.ts'
import { client, problemOfError } from '../../api/client.ts'
import { useEscape } from '../../ui/escape.ts'
import { Verdict } from '../../ui/verdict.tsx'
import type { StudyDeed } from './study-note.tsx'
import type { StudyLine } from './study-table.tsx'

type Props = {
  line: StudyLine
  mayWrite: boolean
  onEdit: (record: Study) => void
  onDeed: (deed: StudyDeed) => void
  onClose: () => void
}

type Entry = StudyLine['hours']['entries'][number]

function TypedEntry({ entry, line, mayWrite, onEdit, onDeed }: { entry: Entry } & Omit<Props, 'onClose'>) {
  const queries = useQueryClient()
  const record = line.studies.find(({ id }) => id === entry.id)
  const removing = useMutation({
    mutationFn: (study: Study) => client.study.remove.mutate({ id: study.id }),
    onSuccess: async (_answer, study) => {
      onDeed({ words: `已删除${line.name} ${study.date} 的学时`, undo: () => client.study.save.mutate(study) })
      await queries.invalidateQueries()
    }
  })
  return (
    <div className="study-entry">
      <span>{entry.date}</span>
      <span>{entry.content === '' ? <span className="tag amber">缺内容</span> : entry.content}</span>
      <strong className="number">{entry.hours}</strong>
      <span className="note">
        {entry.kind ?? '没有类别'}
        {mayWrite && record !== undefined ? (
          <span style={{ float: 'right' }}>
            <button type="button" className="link" onClick={() => onEdit(record)}>
              修改
            </button>
            <button type="button" className="link" onClick={() => removing.mutate(record)}>
              删除
            </button>
          </span>
        ) : null}
      </span>
      {removing.error === null ? null : <Verdict tone="bad">{problemOfError(removing.error).message}</Verdict>}
    </div>
  )
}

/** Where the hours of one member come from: what was typed, then the meetings he was present at. */
export function StudyPanel(props: Props) {
  const { line, onClose } = props
  const navigate = useNavigate()
  useEscape(onClose)
  const [typed, held] = (['typed', 'meeting'] as const).map((source) =>
    line.hours.entries.filter((entry) => entry.source === source)
  )
  return (
    <aside className="card study-panel" aria-label={`${line.name}的学时`}>
      <header className="card-head">
        <h2 className="card-title">{line.name}</h2>
        <span className="quiet">
          {line.hours.total} / {line.target} 学时
        </span>
        <Button className="push" type="text" icon={<CloseOutlined />} aria-label="关闭" onClick={onClose} />
      </header>
      <h3>登记的 {line.hours.typed} 学时</h3>
      {typed?.length === 0 ? <p className="note study-entry">没有另外登记。</p> : null}
      {typed?.map((entry) => (
        <TypedEntry key={entry.id} entry={entry} {...props} />
      ))}
      <h3>会议和活动 {line.hours.fromMeetings} 学时</h3>
      {held?.length === 0 ? <p className="note study-entry">会议记录里填了学时，到会的人就记上。</p> : null}
      {held?.map((entry) => (
        <div key={entry.id} className="study-entry">
          <span>{entry.date}</span>
          <button
            type="button"
            className="link"
            style={{ textAlign: 'left' }}
            onClick={() => void navigate(`/meeting/${entry.id}`)}
          >
            {entry.content}
          </button>
          <strong className="number">{entry.hours}</strong>
        </div>
      ))}
    </aside>
  )
}
