import type { ReactNode } from 'react'
import { Navigate, Route, Routes } from 'react-router'
import type { Right } from '../../shared/features/account/rights.ts'
import { useMe } from '../api/me.ts'
import { AccountScreen } from '../features/account/account-screen.tsx'
import { AlertScreen } from '../features/alert/alert-screen.tsx'
import { AppraisalScreen } from '../features/appraisal/appraisal-screen.tsx'
import { AuditScreen } from '../features/audit/audit-screen.tsx'
import { BackupScreen } from '../features/backup/backup-screen.tsx'
import { CountScreen } from '../features/ballot/count-screen.tsx'
import { ChecklistScreen } from '../features/checklist/checklist-screen.tsx'
import { DisposalScreen } from '../features/disposal/disposal-screen.tsx'
import { EvaluationScreen } from '../features/evaluation/evaluation-screen.tsx'
import { HomeScreen } from '../features/home/home-screen.tsx'
import { LedgerScreen } from '../features/ledger/ledger-screen.tsx'
import { LifeScreen } from '../features/life/life-screen.tsx'
import { MeetingEditorScreen } from '../features/meeting/meeting-editor-screen.tsx'
import { MeetingLedgerScreen } from '../features/meeting/ledger-screen.tsx'
import { MeetingListScreen } from '../features/meeting/meeting-list-screen.tsx'
import { BlankScreen } from '../features/meeting/blank-screen.tsx'
import { PrintScreen } from '../features/meeting/print-screen.tsx'
import { MemberScreen } from '../features/member/member-screen.tsx'
import { PollListScreen } from '../features/poll/poll-list-screen.tsx'
import { PollScreen } from '../features/poll/poll-screen.tsx'
import { PackScreen } from '../features/pack/pack-screen.tsx'
import { PlanScreen } from '../features/plan/plan-screen.tsx'
import { StudyScreen } from '../features/study/study-screen.tsx'
import { SupervisionScreen } from '../features/supervision/supervision-screen.tsx'
import { TalkScreen } from '../features/talk/talk-screen.tsx'
import { TaskScreen } from '../features/task/task-screen.tsx'
import { SearchScreen } from '../features/search/search-screen.tsx'
import { RectificationScreen } from '../features/rectification/rectification-screen.tsx'
import { ReportScreen } from '../features/report/report-screen.tsx'
import { RuleScreen } from '../features/rule/rule-screen.tsx'
import { PaperSettingScreen } from '../features/template/paper-setting-screen.tsx'
import { SettingScreen } from '../features/setting/setting-screen.tsx'

/** Every screen and its address. */
export function AppRoutes({ today }: { today: string }) {
  const me = useMe()
  if (me === undefined) return null
  const may = (right: Right): boolean => me.rights.includes(right)
  const home = may('records.read') ? '/' : '/setting'
  // A screen the account has no right to leads home: somebody else may have been here before.
  const screen = (allowed: boolean, element: ReactNode): ReactNode =>
    allowed ? element : <Navigate to={home} replace />
  return (
    <Routes>
      <Route path="/" element={screen(may('records.read'), <HomeScreen today={today} />)} />
      <Route path="/alert" element={screen(may('records.read'), <AlertScreen today={today} />)} />
      <Route path="/meeting" element={screen(may('records.read'), <MeetingListScreen today={today} />)} />
      <Route path="/meeting/print" element={screen(may('records.write'), <PrintScreen />)} />
      <Route path="/meeting/blank" element={screen(may('records.read'), <BlankScreen />)} />
      <Route path="/meeting/ledger" element={screen(may('records.read'), <MeetingLedgerScreen today={today} />)} />
      <Route path="/meeting/:id/life" element={screen(may('records.read'), <LifeScreen />)} />
      <Route path="/meeting/:id" element={screen(may('records.read'), <MeetingEditorScreen />)} />
      <Route path="/plan" element={screen(may('records.read'), <PlanScreen today={today} />)} />
      <Route path="/talk" element={screen(may('talk.overview'), <TalkScreen today={today} />)} />
      <Route path="/supervision" element={screen(may('talk.L3.read'), <SupervisionScreen today={today} />)} />
      <Route path="/task" element={screen(may('records.read'), <TaskScreen today={today} />)} />
      <Route path="/study" element={screen(may('records.read'), <StudyScreen today={today} />)} />
      <Route path="/evaluation" element={screen(may('evaluation.grade.read'), <EvaluationScreen today={today} />)} />
      <Route path="/poll" element={screen(may('evaluation.grade.read'), <PollListScreen today={today} />)} />
      <Route path="/poll/:id" element={screen(may('evaluation.grade.read'), <PollScreen today={today} />)} />
      <Route path="/appraisal" element={screen(may('evaluation.grade.read'), <AppraisalScreen today={today} />)} />
      <Route path="/count" element={screen(may('evaluation.enter'), <CountScreen clerk={me.account.name} />)} />
      <Route path="/disposal" element={screen(may('evaluation.tally'), <DisposalScreen today={today} />)} />
      <Route path="/checklist" element={screen(may('records.read'), <ChecklistScreen today={today} />)} />
      <Route path="/pack" element={screen(may('records.read'), <PackScreen today={today} />)} />
      <Route path="/report" element={screen(may('records.read'), <ReportScreen today={today} />)} />
      <Route path="/rectification" element={screen(may('records.read'), <RectificationScreen today={today} />)} />
      <Route path="/member" element={screen(may('records.read'), <MemberScreen today={today} />)} />
      <Route path="/search" element={screen(may('records.read'), <SearchScreen />)} />
      <Route path="/ledger/*" element={screen(may('records.write'), <LedgerScreen />)} />
      <Route path="/setting" element={<SettingScreen />} />
      <Route path="/setting/account" element={screen(may('program') || may('security'), <AccountScreen />)} />
      <Route path="/setting/rule" element={screen(may('records.read'), <RuleScreen />)} />
      <Route path="/setting/backup" element={screen(may('program'), <BackupScreen today={today} />)} />
      <Route path="/setting/paper" element={screen(may('records.read'), <PaperSettingScreen />)} />
      <Route path="/setting/audit" element={<AuditScreen />} />
      <Route path="*" element={<Navigate to={home} replace />} />
    </Routes>
  )
}
