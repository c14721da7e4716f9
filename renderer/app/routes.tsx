import { Navigate, Route, Routes } from 'react-router'
import { LedgerScreen } from '../features/ledger/ledger-screen.tsx'
import { MeetingEditorScreen } from '../features/meeting/meeting-editor-screen.tsx'
import { MeetingListScreen } from '../features/meeting/meeting-list-screen.tsx'
import { MemberScreen } from '../features/member/member-screen.tsx'
import { SettingScreen } from '../features/setting/setting-screen.tsx'

/** Every screen and its address. */
export function AppRoutes({ today }: { today: string }) {
  return (
    <Routes>
      <Route path="/meeting" element={<MeetingListScreen today={today} />} />
      <Route path="/meeting/:id" element={<MeetingEditorScreen />} />
      <Route path="/member" element={<MemberScreen today={today} />} />
      <Route path="/ledger/*" element={<LedgerScreen />} />
      <Route path="/setting" element={<SettingScreen />} />
      <Route path="*" element={<Navigate to="/member" replace />} />
    </Routes>
  )
}
