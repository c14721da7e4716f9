import { Navigate, Route, Routes } from 'react-router'
import { useMe } from '../api/me.ts'
import { AccountScreen } from '../features/account/account-screen.tsx'
import { AuditScreen } from '../features/audit/audit-screen.tsx'
import { BackupScreen } from '../features/backup/backup-screen.tsx'
import { LedgerScreen } from '../features/ledger/ledger-screen.tsx'
import { MeetingEditorScreen } from '../features/meeting/meeting-editor-screen.tsx'
import { MeetingListScreen } from '../features/meeting/meeting-list-screen.tsx'
import { MemberScreen } from '../features/member/member-screen.tsx'
import { SettingScreen } from '../features/setting/setting-screen.tsx'

/** Every screen and its address. */
export function AppRoutes({ today }: { today: string }) {
  const me = useMe()
  if (me === undefined) return null
  const mayRead = me.rights.includes('records.read')
  return (
    <Routes>
      <Route path="/meeting" element={<MeetingListScreen today={today} />} />
      <Route path="/meeting/:id" element={<MeetingEditorScreen />} />
      <Route path="/member" element={<MemberScreen today={today} />} />
      <Route path="/ledger/*" element={<LedgerScreen />} />
      <Route path="/setting" element={<SettingScreen />} />
      <Route path="/setting/account" element={<AccountScreen />} />
      <Route path="/setting/backup" element={<BackupScreen today={today} />} />
      <Route path="/setting/audit" element={<AuditScreen />} />
      <Route path="*" element={<Navigate to={mayRead ? '/member' : '/setting'} replace />} />
    </Routes>
  )
}
