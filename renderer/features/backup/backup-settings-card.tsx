import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Segmented, Switch } from 'antd'
import { useState } from 'react'
import type { BackupSettings } from '../../../shared/features/setting/setting.ts'
import type { Problem } from '../../../shared/kernel/outcome.ts'
import { api, client, problemOfError } from '../../api/client.ts'
import { faultAt } from '../../ui/field.tsx'
import { TextField } from '../../ui/inputs.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Verdict } from '../../ui/verdict.tsx'

const schedules: { value: BackupSettings['every']; label: string }[] = [
  { value: 'day', label: '每天' },
  { value: 'week', label: '每周' },
  { value: 'never', label: '不自动备份' }
]

function SettingsForm({ stored }: { stored: BackupSettings }) {
  const queries = useQueryClient()
  const [settings, setSettings] = useState(stored)
  const [problem, setProblem] = useState<Problem | null>(null)
  const saving = useMutation({
    mutationFn: () => client.backup.saveSettings.mutate({ ...settings, folder: settings.folder.trim() }),
    onSuccess: () => queries.invalidateQueries(),
    onError: (error) => setProblem(problemOfError(error))
  })
  const change = (part: Partial<BackupSettings>): void => {
    setProblem(null)
    setSettings((old) => ({ ...old, ...part }))
  }
  return (
    <form
      className="setting-body"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        saving.mutate()
      }}
    >
      <TextField
        id="backup-folder"
        label="备份文件夹"
        value={settings.folder}
        fault={faultAt(problem, 'folder')}
        hint="写完整路径，例如 E:\党务备份。空着就放在档案库旁边的“备份”文件夹。备份是加密的，可以放在 U 盘上。"
        onChange={(folder) => change({ folder: folder ?? '' })}
      />
      <div className="field">
        <span className="field-label" id="backup-every">
          自动备份
        </span>
        <Segmented<BackupSettings['every']>
          aria-labelledby="backup-every"
          value={settings.every}
          options={schedules}
          onChange={(every) => change({ every })}
        />
        <p className="note">软件开着、有改动、键盘停下来的时候自己备份，不打扰填写。</p>
      </div>
      <div className="security-mode">
        <Switch checked={settings.onLock} aria-labelledby="backup-on-lock" onChange={(onLock) => change({ onLock })} />
        <span>
          <strong id="backup-on-lock">锁定时备份</strong>
          <br />
          <span className="note">有改动才备份；备份不成功也照样锁定。</span>
        </span>
      </div>
      {problem === null || problem.field !== undefined ? null : <Verdict tone="bad">{problem.message}</Verdict>}
      <div className="actions">
        <Button
          htmlType="submit"
          loading={saving.isPending}
          disabled={JSON.stringify(settings) === JSON.stringify(stored)}
        >
          保存设置
        </Button>
      </div>
    </form>
  )
}

/** Where copies go and when they make themselves. */
export function BackupSettingsCard() {
  const settings = useQuery(api.backup.settings.queryOptions())
  return (
    <section className="card" aria-label="备份设置">
      <header className="card-head">
        <h2 className="card-title">备份设置</h2>
      </header>
      {settings.data === undefined ? (
        <Loading lines={3} />
      ) : (
        <SettingsForm key={JSON.stringify(settings.data)} stored={settings.data} />
      )}
    </section>
  )
}
