import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { api, client, problemOfError } from '../../api/client.ts'
import { TextField } from '../../ui/inputs.tsx'
import { Loading, LoadFailure } from '../../ui/loading.tsx'
import { Verdict } from '../../ui/verdict.tsx'

/** 保存期: former members who left longer ago than the office keeps them; clearing cannot be taken back. */
export function EraseSheet() {
  const queries = useQueryClient()
  const list = useQuery(api.member.erasable.queryOptions())
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [typed, setTyped] = useState<string | null>(null)
  const people = list.data ?? []
  const ids = people.filter(({ id }) => !left.has(id)).map(({ id }) => id)
  const erasing = useMutation({
    mutationFn: () => client.member.erase.mutate({ ids }),
    onSuccess: async () => {
      setTyped(null)
      await queries.invalidateQueries()
    }
  })
  const turn = (id: string, on: boolean): void =>
    setLeft((old) => new Set(on ? [...old].filter((one) => one !== id) : [...old, id]))
  if (list.error !== null)
    return <LoadFailure message={problemOfError(list.error).message} onRetry={() => void list.refetch()} />
  if (list.data === undefined) return <Loading lines={6} />
  return (
    <div className="sheet-body erase-sheet">
      {erasing.isSuccess ? <Verdict tone="good">已清除 {erasing.data.erased} 人的个人信息。</Verdict> : null}
      {people.length === 0 ? (
        <p className="empty-title">没有过了保存期的人</p>
      ) : (
        <>
          <ul className="panel-list">
            {people.map(({ id, name, leftOn }) => (
              <li key={id}>
                <Checkbox checked={!left.has(id)} onChange={(event) => turn(id, event.target.checked)}>
                  {name}
                </Checkbox>
                <span className="note"> {leftOn} 离开</span>
              </li>
            ))}
          </ul>
          <Verdict tone="warn">
            <ul className="plain-list">
              <li>清除：民族、身份证号、出生日期、学历学位、工作单位、电话、住址、奖惩、困难情况和备注。</li>
              <li>留下：姓名、性别、人员类别、入党和转正日期、党籍状态、组织关系、任职，会议记录要用。</li>
              <li>不能撤回。以前做的备份里还有这些信息，备份也要按保存期销毁。</li>
            </ul>
          </Verdict>
          <div className="erase-confirm">
            <TextField
              id="erase-count"
              label={`输入人数 ${ids.length}，确认清除`}
              value={typed}
              onChange={setTyped}
              fault={erasing.error === null ? undefined : problemOfError(erasing.error).message}
            />
            <Button
              type="primary"
              danger
              loading={erasing.isPending}
              disabled={ids.length === 0 || typed !== String(ids.length)}
              onClick={() => erasing.mutate()}
            >
              清除 {ids.length} 人的信息
            </Button>
          </div>
        </>
      )}
    </div>
  )
}
