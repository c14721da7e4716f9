import './backup.css'
import { useQuery } from '@tanstack/react-query'
import { api, problemOfError } from '../../api/client.ts'
import { SettingTabs } from '../../app/setting-tabs.tsx'
import { Loading, LoadFailure } from '../../ui/loading.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { BackupSettingsCard } from './backup-settings-card.tsx'
import { CopiesCard } from './copies-card.tsx'
import { StatusCard } from './status-card.tsx'

/** 备份与还原: how things stand, what copies there are and what is in them, and when they are made. */
export function BackupScreen({ today }: { today: string }) {
  const status = useQuery(api.backup.status.queryOptions())
  return (
    <div className="page setting-page">
      <PageHead title="设置" note="每份备份写完都打开核对过一遍才算数" />
      <SettingTabs />
      <div className="backup-desk">
        {status.error === null ? null : (
          <LoadFailure message={problemOfError(status.error).message} onRetry={() => void status.refetch()} />
        )}
        {status.data === undefined ? <Loading lines={6} /> : <StatusCard status={status.data} today={today} />}
        <CopiesCard />
        <BackupSettingsCard />
      </div>
    </div>
  )
}
