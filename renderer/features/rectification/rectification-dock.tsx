import { LinkOutlined } from '@ant-design/icons'
import { Link } from 'react-router'
import { AttachmentCard } from '../../app/attachments.tsx'
import { RectificationCard } from '../../app/rectification-card.tsx'
import { Dock } from '../../ui/dock.tsx'
import type { Line } from './rectification-words.ts'

type Props = { one: Line; before: Line | undefined; today: string; mayWrite: boolean; onClose: () => void }

/** One rectification beside the register: its turn, where it comes from, its files. */
export function RectificationDock({ one, before, today, mayWrite, onClose }: Props) {
  const itemAt = `/checklist?${new URLSearchParams({
    ...{ organisation: one.organisationId, year: `${one.year ?? ''}` },
    item: one.item ?? ''
  })}`
  return (
    <Dock title={one.item === null ? '整改' : `整改 ${one.item}`} onClose={onClose}>
      <p className="rectification-from">
        {one.item === null ? null : (
          <Link to={itemAt}>
            <LinkOutlined aria-hidden /> 清单 {one.item}
          </Link>
        )}
        {one.meetingId === null ? null : (
          <Link to={`/meeting/${one.meetingId}`}>
            <LinkOutlined aria-hidden /> {one.meetingTitle ?? '来自的会议'}
          </Link>
        )}
        {one.source === null || one.item !== null ? null : <span className="note">来源：{one.source}</span>}
      </p>
      {before === undefined ? null : (
        <p className="note rectification-from">{`上一轮${before.remeasured === null ? '没有复测' : `：${before.remeasured}`}`}</p>
      )}
      <RectificationCard one={one} today={today} mayWrite={mayWrite} />
      <div className="rectification-files">
        <AttachmentCard record="rectification" recordId={one.id} />
      </div>
    </Dock>
  )
}
