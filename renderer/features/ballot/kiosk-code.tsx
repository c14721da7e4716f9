import { useMutation } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { client, problemOfError } from '../../api/client.ts'
import { Field } from '../../ui/field.tsx'
import { described } from '../../ui/inputs.tsx'
import { groupedCode, isWholeCode } from './kiosk-ballot.ts'
import { useIdle } from './use-idle.ts'

/** How long a code may stand there without its voter, in milliseconds. */
const patience = 90_000

/** The code from the slip. `said`: why the voter is here again. */
export function KioskCode({ said, onCode }: { said: string | null; onCode: (code: string) => void }) {
  const [code, setCode] = useState('')
  const check = useMutation({ mutationFn: () => client.ballot.slip.mutate({ code }), onSuccess: () => onCode(code) })
  useIdle(code === '' ? null : patience, () => {
    setCode('')
    check.reset()
  })
  const fault =
    check.error === null ? (code === '' ? (said ?? undefined) : undefined) : problemOfError(check.error).message
  return (
    <form
      className="card kiosk-code"
      onSubmit={(event) => {
        event.preventDefault()
        if (isWholeCode(code)) check.mutate()
      }}
    >
      <h2>输入纸条上的投票码</h2>
      <Field label="投票码" for="kiosk-code" hint="八位数字，一张纸条投一次" fault={fault}>
        <Input
          id="kiosk-code"
          autoFocus
          inputMode="numeric"
          autoComplete="off"
          placeholder="0000 0000"
          value={code}
          status={fault === undefined ? '' : 'error'}
          {...described('kiosk-code', fault)}
          onChange={(event) => {
            check.reset()
            setCode(groupedCode(event.target.value))
          }}
        />
      </Field>
      <Button
        type="primary"
        size="large"
        block
        htmlType="submit"
        disabled={!isWholeCode(code)}
        loading={check.isPending}
      >
        领票
      </Button>
    </form>
  )
}
