import { Button } from 'antd'
import { useNavigate } from 'react-router'
import { useRight } from '../api/me.ts'

/** What a screen shows that goes by branches while there is none: why, and where one is added. */
export function NoBranch({ children }: { children: string }) {
  const navigate = useNavigate()
  const mayWrite = useRight('records.write')
  return (
    <div className="empty">
      <p className="empty-title">还没有党支部</p>
      <p className="note">{children}</p>
      {mayWrite ? (
        <Button type="primary" onClick={() => void navigate('/member')}>
          去加党支部
        </Button>
      ) : null}
    </div>
  )
}
