import { accountRouter } from '../features/account/account-router.ts'
import { alertRouter } from '../features/alert/alert-router.ts'
import { appraisalRouter } from '../features/appraisal/appraisal-router.ts'
import { attachmentRouter } from '../features/attachment/attachment-router.ts'
import { auditRouter } from '../features/audit/audit-router.ts'
import { ballotRouter } from '../features/ballot/ballot-router.ts'
import { backupRouter } from '../features/backup/backup-router.ts'
import { exemptionRouter } from '../features/exemption/exemption-router.ts'
import { homeRouter } from '../features/home/home-router.ts'
import { journalRouter } from '../features/journal/journal-router.ts'
import { checklistRouter } from '../features/checklist/checklist-router.ts'
import { disposalRouter } from '../features/disposal/disposal-router.ts'
import { evaluationRouter } from '../features/evaluation/evaluation-router.ts'
import { pollRouter } from '../features/poll/poll-router.ts'
import { draftRouter } from '../features/draft/draft-router.ts'
import { ledgerRouter } from '../features/ledger/ledger-router.ts'
import { likenessRouter } from '../features/likeness/likeness-router.ts'
import { lifeRouter } from '../features/life/life-router.ts'
import { meetingRouter } from '../features/meeting/meeting-router.ts'
import { memberRouter } from '../features/member/member-router.ts'
import { organisationRouter } from '../features/organisation/organisation-router.ts'
import { packRouter } from '../features/pack/pack-router.ts'
import { paperRouter } from '../features/paper/paper-router.ts'
import { phraseRouter } from '../features/phrase/phrase-router.ts'
import { planRouter } from '../features/plan/plan-router.ts'
import { postRouter } from '../features/post/post-router.ts'
import { ruleRouter } from '../features/rule/rule-router.ts'
import { reportRouter } from '../features/report/report-router.ts'
import { searchRouter } from '../features/search/search-router.ts'
import { rectificationRouter } from '../features/rectification/rectification-router.ts'
import { sealRouter } from '../features/seal/seal-router.ts'
import { settingRouter } from '../features/setting/setting-router.ts'
import { studyRouter } from '../features/study/study-router.ts'
import { supervisionRouter } from '../features/supervision/supervision-router.ts'
import { suspensionRouter } from '../features/suspension/suspension-router.ts'
import { occasionRouter, talkPlanRouter, talkRouter } from '../features/talk/talk-router.ts'
import { taskRouter } from '../features/task/task-router.ts'
import { templateRouter } from '../features/template/template-router.ts'
import { vaultRouter } from '../features/vault/vault-router.ts'
import { whereaboutsRouter } from '../features/whereabouts/whereabouts-router.ts'
import { router } from './trpc.ts'

/** Every procedure of the program. The page knows only this type. */
export const rootRouter = router({
  vault: vaultRouter,
  account: accountRouter,
  audit: auditRouter,
  backup: backupRouter,
  setting: settingRouter,
  organisation: organisationRouter,
  member: memberRouter,
  post: postRouter,
  suspension: suspensionRouter,
  exemption: exemptionRouter,
  whereabouts: whereaboutsRouter,
  draft: draftRouter,
  meeting: meetingRouter,
  life: lifeRouter,
  rectification: rectificationRouter,
  plan: planRouter,
  talk: talkRouter,
  talkPlan: talkPlanRouter,
  occasion: occasionRouter,
  supervision: supervisionRouter,
  seal: sealRouter,
  evaluation: evaluationRouter,
  poll: pollRouter,
  appraisal: appraisalRouter,
  ballot: ballotRouter,
  disposal: disposalRouter,
  checklist: checklistRouter,
  alert: alertRouter,
  home: homeRouter,
  report: reportRouter,
  task: taskRouter,
  study: studyRouter,
  rule: ruleRouter,
  phrase: phraseRouter,
  attachment: attachmentRouter,
  pack: packRouter,
  paper: paperRouter,
  template: templateRouter,
  ledger: ledgerRouter,
  search: searchRouter,
  likeness: likenessRouter,
  journal: journalRouter
})
export type AppRouter = typeof rootRouter
