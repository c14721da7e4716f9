import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Member } from '../../../shared/features/member/member.ts'
import { client, problemOfError } from '../../api/client.ts'
import { Confirm } from '../../ui/confirm.tsx'

/** The way out for a person entered by mistake; the service refuses where records name the person. */
export function DeleteMember({ member, onDeleted }: { member: Member; onDeleted: () => void }) {
  const queries = useQueryClient()
  const [asking, setAsking] = useState(false)
  const removing = useMutation({
    mutationFn: () => client.member.remove.mutate({ id: member.id }),
    onSuccess: async () => {
      onDeleted()
      await queries.invalidateQueries()
    }
  })
  return (
    <>
      <p className="note panel-end">
        登记错了的人可以
        <button
          type="button"
          className="link"
          onClick={() => {
            removing.reset()
            setAsking(true)
          }}
        >
          删除
        </button>
      </p>
      {asking ? (
        <Confirm
          title={`从名册里删除${member.name}？`}
          verb="删除这个人"
          keep="不删"
          busy={removing.isPending}
          refusal={removing.error === null ? undefined : problemOfError(removing.error).message}
          onConfirm={() => removing.mutate()}
          onKeep={() => setAsking(false)}
        >
          只用于登记错了的人，删除后不能撤回。调离的请填转出日期，去世或出党的请改党籍状态，往年的记录才对得上。
        </Confirm>
      ) : null}
    </>
  )
}
