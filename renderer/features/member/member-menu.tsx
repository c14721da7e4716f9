import { MoreOutlined } from '@ant-design/icons'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Member } from '../../../shared/features/member/member.ts'
import { client, problemOfError } from '../../api/client.ts'
import { Confirm } from '../../ui/confirm.tsx'
import { MenuLine, PopupButton } from '../../ui/popup-button.tsx'

type Props = {
  member: Member
  /** Not on the roster today. */
  former: boolean
  onLeave: () => void
  onReturn: () => void
  onDeleted: () => void
}

/** What is done with a person less often: leaving, coming back, deleting. */
export function MemberMenu({ member, former, onLeave, onReturn, onDeleted }: Props) {
  const [asking, setAsking] = useState(false)
  const choose = (close: () => void, act: () => void) => () => {
    close()
    act()
  }
  return (
    <>
      <PopupButton label="更多" icon={<MoreOutlined />} iconOnly>
        {(close) => (
          <>
            {former ? (
              <MenuLine onClick={choose(close, onReturn)}>恢复或转入…</MenuLine>
            ) : (
              <MenuLine onClick={choose(close, onLeave)}>办理转出或其他减少…</MenuLine>
            )}
            <MenuLine onClick={choose(close, () => setAsking(true))}>登记错了，删除…</MenuLine>
          </>
        )}
      </PopupButton>
      {asking ? <DeleteQuestion member={member} onDeleted={onDeleted} onKeep={() => setAsking(false)} /> : null}
    </>
  )
}

type QuestionProps = { member: Member; onDeleted: () => void; onKeep: () => void }

/** The way out for a person entered by mistake; the service refuses where records name the person. */
function DeleteQuestion({ member, onDeleted, onKeep }: QuestionProps) {
  const queries = useQueryClient()
  const removing = useMutation({
    mutationFn: () => client.member.remove.mutate({ id: member.id }),
    onSuccess: async () => {
      onDeleted()
      await queries.invalidateQueries()
    }
  })
  return (
    <Confirm
      title={`从名册里删除${member.name}？`}
      verb="删除这个人"
      keep="不删"
      busy={removing.isPending}
      refusal={removing.error === null ? undefined : problemOfError(removing.error).message}
      onConfirm={() => removing.mutate()}
      onKeep={onKeep}
    >
      只用于登记错了的人，删除后不能撤回。调离、去世或出党的请办减少，往年的记录才对得上。
    </Confirm>
  )
}
