import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, ConfigProvider, InputNumber } from 'antd'
import { useState } from 'react'
import { type OfficeSettings, officeSettingsSchema } from '../../../shared/features/setting/setting.ts'
import type { Problem } from '../../../shared/kernel/outcome.ts'
import { api, client, problemOfError } from '../../api/client.ts'
import { useRight } from '../../api/me.ts'
import { useSayStatus } from '../../app/status-note.tsx'
import { timeOf } from '../../ui/clock.ts'
import { Field, faultAt } from '../../ui/field.tsx'
import { TextField } from '../../ui/inputs.tsx'
import { Loading, LoadFailure } from '../../ui/loading.tsx'
import { Verdict } from '../../ui/verdict.tsx'

/** The first fault of the settings as typed; the same schema judges them in the engine. */
function problemOf(settings: OfficeSettings): Problem | null {
  const issue = officeSettingsSchema.safeParse(settings).error?.issues[0]
  return issue === undefined ? null : { code: 'invalid-input', message: issue.message, field: issue.path.join('.') }
}

function OfficeForm({ stored }: { stored: OfficeSettings }) {
  const queries = useQueryClient()
  const mayChange = useRight('program')
  const [settings, setSettings] = useState(stored)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [savedAt, setSavedAt] = useState<string | null>(null)
  const dirty = JSON.stringify(settings) !== JSON.stringify(stored)
  const saving = useMutation({
    mutationFn: (value: OfficeSettings) => client.setting.saveOffice.mutate(value),
    onSuccess: async () => {
      setSavedAt(timeOf(new Date()))
      await queries.invalidateQueries()
    },
    onError: (error) => setProblem(problemOfError(error))
  })
  useSayStatus(dirty ? '设置还没有保存' : savedAt === null ? '' : `设置已保存 ${savedAt}`)
  const change = (part: Partial<OfficeSettings>): void => {
    setProblem(null)
    setSettings((old) => ({ ...old, ...part }))
  }
  const submit = (): void => {
    const tidy = { ...settings, unit: settings.unit.trim(), superior: settings.superior.trim() }
    const found = problemOf(tidy)
    setProblem(found)
    if (found === null) {
      setSettings(tidy)
      saving.mutate(tidy)
    }
  }
  const lockFault = faultAt(problem, 'autoLockMinutes')
  return (
    <ConfigProvider componentDisabled={!mayChange}>
      <form
        className="setting-body"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <TextField
          id="setting-unit"
          label="单位全称"
          value={settings.unit}
          hint="印在记录、名册和材料包封面上，请与公章一致。"
          fault={faultAt(problem, 'unit')}
          onChange={(unit) => change({ unit: unit ?? '' })}
        />
        <TextField
          id="setting-superior"
          label="上级党组织"
          value={settings.superior}
          fault={faultAt(problem, 'superior')}
          onChange={(superior) => change({ superior: superior ?? '' })}
        />
        <Field
          label="自动锁定"
          for="setting-auto-lock"
          hint="这么久没有人按键、点鼠标就自动锁定，1 到 30 分钟。"
          fault={lockFault}
        >
          <InputNumber
            id="setting-auto-lock"
            style={{ width: 140 }}
            precision={0}
            suffix="分钟"
            status={lockFault === undefined ? '' : 'error'}
            aria-invalid={lockFault !== undefined}
            value={settings.autoLockMinutes}
            onChange={(minutes) => change({ autoLockMinutes: minutes ?? 0 })}
          />
        </Field>
        {problem === null || problem.field !== undefined ? null : <Verdict tone="bad">{problem.message}</Verdict>}
        {mayChange ? (
          <div className="actions">
            <Button type="primary" htmlType="submit" loading={saving.isPending} disabled={!dirty}>
              保存设置
            </Button>
            <span className="note" aria-live="polite">
              {!dirty && savedAt !== null ? `已保存 ${savedAt}` : ''}
            </span>
          </div>
        ) : (
          <p className="note">由管理员修改。</p>
        )}
      </form>
    </ConfigProvider>
  )
}

/** The unit's names and the automatic lock. */
export function OfficeCard() {
  const office = useQuery(api.setting.office.queryOptions())
  return (
    <section className="card" aria-label="单位信息与自动锁定">
      <header className="card-head">
        <h2 className="card-title">单位信息与自动锁定</h2>
      </header>
      {office.error !== null ? (
        <LoadFailure message={problemOfError(office.error).message} onRetry={() => void office.refetch()} />
      ) : office.data === undefined ? (
        <Loading lines={4} />
      ) : (
        <OfficeForm stored={office.data} />
      )}
    </section>
  )
}
