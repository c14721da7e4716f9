import {
  ApartmentOutlined,
  AuditOutlined,
  BellOutlined,
  CalendarOutlined,
  CheckSquareOutlined,
  FileDoneOutlined,
  FileTextOutlined,
  FolderOpenOutlined,
  FormOutlined,
  IdcardOutlined,
  FontSizeOutlined,
  HomeOutlined,
  LockOutlined,
  MessageOutlined,
  OrderedListOutlined,
  ReadOutlined,
  SafetyOutlined,
  SettingOutlined,
  SolutionOutlined,
  SwapOutlined
} from '@ant-design/icons'
import { useMutation, useQuery } from '@tanstack/react-query'
import { type ReactNode, useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import { NavLink, useLocation, useNavigate } from 'react-router'
import type { VaultStatus } from '../../shared/features/vault/vault.ts'
import { weekdayName } from '../../shared/kernel/dates.ts'
import { api } from '../api/client.ts'
import { useRight } from '../api/me.ts'
import { Kbd } from '../ui/kbd.tsx'
import { useKeys } from '../ui/keys.ts'
import { useActivity, useCopies } from './activity.ts'
import { flushDrafts } from './drafts.ts'
import { BackupNote } from './backup-note.tsx'
import { newTalkAt } from './new-talk.ts'
import { FindingBanner } from './finding-banner.tsx'
import { useLargeType } from './large-type.ts'
import { AppRoutes } from './routes.tsx'
import { Seal } from './seal.tsx'
import { SearchBox } from './search-box.tsx'
import { useStatusNote } from './status-note.tsx'

const wideEnough = 1280

/** True while the window has room for the wide navigation at the chosen size; editors always take the slim one. */
function useWide(size: number): boolean {
  const [width, setWidth] = useState(window.innerWidth)
  useEffect(() => {
    const listen = (): void => setWidth(window.innerWidth)
    window.addEventListener('resize', listen)
    return () => window.removeEventListener('resize', listen)
  }, [])
  return width / size >= wideEnough
}

type NavProps = { to: string; icon: ReactNode; due?: number; children: string }

/** `due` is how many things there ask to be done by today. */
function NavEntry({ to, icon, due = 0, children }: NavProps) {
  return (
    <NavLink
      to={to}
      title={due === 0 ? children : `${children}，${due} 条到期`}
      className={({ isActive }) => (isActive ? 'active' : '')}
    >
      {icon}
      <span className="nav-text">{children}</span>
      {due === 0 ? null : <span className="nav-count">{due}</span>}
    </NavLink>
  )
}

/** With how many entries of the register ask for something by today: all that may be said without the L3 password. */
function SupervisionEntry() {
  const may = useRight('talk.L3.read')
  const due = useQuery({ ...api.supervision.due.queryOptions(), enabled: may }).data ?? 0
  if (!may) return null
  return (
    <NavEntry to="/supervision" icon={<AuditOutlined />} due={due}>
      监督谈话台账
    </NavEntry>
  )
}

function Nav() {
  const mayRead = useRight('records.read')
  const mayWrite = useRight('records.write')
  const mayTalk = useRight('talk.overview')
  const mayGrades = useRight('evaluation.grade.read')
  return (
    <nav className="nav" aria-label="主菜单">
      {mayRead ? (
        <>
          <NavEntry to="/" icon={<HomeOutlined />}>
            工作台
          </NavEntry>
          <NavEntry to="/alert" icon={<BellOutlined />}>
            预警
          </NavEntry>
          <div className="nav-group">日常记录</div>
          <NavEntry to="/meeting" icon={<FormOutlined />}>
            会议与活动
          </NavEntry>
          {mayTalk ? (
            <NavEntry to="/talk" icon={<MessageOutlined />}>
              谈心谈话
            </NavEntry>
          ) : null}
          <SupervisionEntry />
          <NavEntry to="/plan" icon={<CalendarOutlined />}>
            年度计划与日历
          </NavEntry>
          <NavEntry to="/task" icon={<CheckSquareOutlined />}>
            任务
          </NavEntry>
          <NavEntry to="/study" icon={<ReadOutlined />}>
            学习与学时
          </NavEntry>
          <div className="nav-group">组织党员</div>
          <NavEntry to="/member" icon={<ApartmentOutlined />}>
            组织与党员
          </NavEntry>
          <div className="nav-group">年度工作</div>
          {mayGrades ? (
            <>
              <NavEntry to="/evaluation" icon={<SolutionOutlined />}>
                民主评议
              </NavEntry>
              <NavEntry to="/poll" icon={<FileDoneOutlined />}>
                民主测评
              </NavEntry>
              <NavEntry to="/appraisal" icon={<IdcardOutlined />}>
                干部考核
              </NavEntry>
            </>
          ) : null}
          <NavEntry to="/checklist" icon={<OrderedListOutlined />}>
            标准化清单
          </NavEntry>
          <NavEntry to="/pack" icon={<FolderOpenOutlined />}>
            材料包
          </NavEntry>
          <NavEntry to="/report" icon={<FileTextOutlined />}>
            报告
          </NavEntry>
        </>
      ) : null}
      <div className="nav-foot">
        {mayWrite ? (
          <NavEntry to="/ledger" icon={<SwapOutlined />}>
            导入与导出
          </NavEntry>
        ) : null}
        <NavEntry to="/setting" icon={<SettingOutlined />}>
          设置
        </NavEntry>
      </div>
    </nav>
  )
}

type FrameProps = {
  status: VaultStatus & { version: string; today: string }
  /** The program has stopped answering. */
  lost: boolean
}

/** The office: title bar, navigation, one screen, and a status bar that is always true. */
export function Frame({ status, lost }: FrameProps) {
  const largeType = useLargeType()
  const wide = useWide(largeType.size)
  const navigate = useNavigate()
  const note = useStatusNote()
  const mayRead = useRight('records.read')
  const place = useLocation()
  const editing =
    /^\/(meeting\/(?!ledger|print|blank).|evaluation|appraisal|count|disposal|checklist|pack|report|rectification|poll\/.)/.test(
      place.pathname
    )
  const lock = useMutation(api.vault.lock.mutationOptions({ onSettled: () => location.reload() }))
  const [leaving, setLeaving] = useState(false)
  const lockNow = async (): Promise<void> => {
    document.documentElement.style.visibility = 'hidden'
    // Some fields take over what was typed only on leaving them.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    await new Promise((resolve) => setTimeout(resolve))
    await flushDrafts()
    // Whatever is still on the screen must not ask for more: a page that shows what was just saved would.
    flushSync(() => setLeaving(true))
    lock.mutate()
  }
  useKeys({
    'Ctrl+L': () => void lockNow(),
    'Alt+1': () => void navigate('/meeting?new'),
    'Alt+2': () => void navigate(newTalkAt(place)),
    'Alt+3': () => void navigate('/study?new')
  })
  useActivity()
  useCopies()
  useEffect(() =>
    window.desktop?.onMenuCommand((name) => {
      if (name === 'lock') void lockNow()
      else if (name === 'recordMeeting') void navigate('/meeting?new')
      else if (name === 'recordTalk') void navigate(newTalkAt(place))
      else window.dispatchEvent(new CustomEvent('menu-command', { detail: name }))
    })
  )
  if (leaving) return null
  return (
    <div className="frame">
      <header className="title-bar">
        <Seal size={24} />
        <span className="product">党务案头</span>
        <span className="title-unit">{status.unit}</span>
        {mayRead ? <SearchBox /> : <span className="push" />}
        <button type="button" className="title-tool" onClick={largeType.next} aria-pressed={largeType.size > 1}>
          <FontSizeOutlined />
          大字{largeType.size > 1 ? ` ${Math.round(largeType.size * 100)}%` : ''}
        </button>
        <button type="button" className="title-tool" onClick={() => void lockNow()}>
          <LockOutlined />
          锁定
          <Kbd>Ctrl L</Kbd>
        </button>
      </header>
      {status.finding === null ? null : <FindingBanner finding={status.finding} />}
      <div className={wide && !editing ? 'office' : 'office slim'}>
        <Nav />
        <main className="stage">
          <AppRoutes today={status.today} />
        </main>
      </div>
      <footer className="status-bar">
        <span>
          <SafetyOutlined style={{ color: 'var(--green)' }} /> 数据只在本机，已加密
        </span>
        <BackupNote today={status.today} />
        <span className="store-name">{status.storeName}</span>
        {lost ? (
          <strong role="alert" className="overdue">
            程序已停止，现在写的内容存不上；已保存的都在。请重新启动党务案头
          </strong>
        ) : null}
        <span className="push">{note}</span>
        <span>
          {status.account?.name}
          {status.account?.title ? `（${status.account.title}）` : ''}
        </span>
        <span>
          {status.today} {weekdayName(status.today)}
        </span>
      </footer>
    </div>
  )
}
