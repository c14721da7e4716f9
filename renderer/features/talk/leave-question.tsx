import { Confirm } from '../../ui/confirm.tsx'
import type { LeaveGuard } from './leave-guard.ts'

/** What the guard asks before words of a sealed talk leave the screen. */
export function LeaveQuestion({ asking, leave, stay }: Pick<LeaveGuard, 'asking' | 'leave' | 'stay'>) {
  if (!asking) return null
  return (
    <Confirm title="三级谈话还没保存" verb="不保存，离开" keep="回去保存" onConfirm={leave} onKeep={stay}>
      三级谈话不存草稿，离开以后刚才写的找不回来。
    </Confirm>
  )
}
