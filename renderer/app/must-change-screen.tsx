import { PasswordCard } from '../features/setting/password-card.tsx'
import { Verdict } from '../ui/verdict.tsx'
import { Doorway } from './doorway.tsx'

/** The first thing somebody sees whose password was given to him, or has run out: his own password, before all else. */
export function MustChangeScreen({
  name,
  version,
  onChanged
}: {
  name: string
  version: string
  onChanged: () => void
}) {
  return (
    <Doorway left="数据只在本机，不联网" right={`版本 ${version}`}>
      <div className="must-change">
        <h1 className="page-title">{name}，请先换成自己的口令</h1>
        <Verdict tone="info">
          现在的口令是别人给的，或者已经到了本单位规定的期限。换好以后就能继续；口令只有您自己知道。
        </Verdict>
        <PasswordCard onChanged={onChanged} />
      </div>
    </Doorway>
  )
}
