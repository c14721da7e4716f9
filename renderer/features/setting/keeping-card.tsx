import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, InputNumber } from 'antd'
import { useState } from 'react'
import type { KeepingSettings } from '../../../shared/features/setting/setting.ts'
import { api, client, problemOfError } from '../../api/client.ts'
import { useRight } from '../../api/me.ts'
import { Field } from '../../ui/field.tsx'
import { Loading } from '../../ui/loading.tsx'

function KeepingForm({ stored }: { stored: KeepingSettings }) {
  const queries = useQueryClient()
  const [years, setYears] = useState<number | null>(stored.formerYears)
  const saving = useMutation({
    mutationFn: (formerYears: number) => client.setting.saveKeeping.mutate({ formerYears }),
    onSuccess: () => queries.invalidateQueries()
  })
  return (
    <form
      className="setting-body"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (years !== null) saving.mutate(years)
      }}
    >
      <Field
        label="原有党员的个人信息保存几年"
        for="setting-keeping"
        hint="从离开之日算起，1 到 50 年。满了以后可在“组织与党员”的原有党员里清除，清除前会列出名单。"
        fault={saving.error === null ? undefined : problemOfError(saving.error).message}
      >
        <InputNumber
          id="setting-keeping"
          style={{ width: 120 }}
          controls={false}
          min={1}
          max={50}
          precision={0}
          suffix="年"
          value={years}
          onChange={setYears}
        />
      </Field>
      <div className="actions">
        <Button htmlType="submit" loading={saving.isPending} disabled={years === null || years === stored.formerYears}>
          保存年限
        </Button>
      </div>
    </form>
  )
}

/** 保存期: how long the particulars of those who left are kept (PIPL art. 19). */
export function KeepingCard() {
  const mayChange = useRight('program')
  const keeping = useQuery({ ...api.setting.keeping.queryOptions(), enabled: mayChange })
  if (!mayChange) return null
  return (
    <section className="card" aria-label="保存期">
      <header className="card-head">
        <h2 className="card-title">保存期</h2>
      </header>
      {keeping.data === undefined ? <Loading lines={2} /> : <KeepingForm stored={keeping.data} />}
    </section>
  )
}
