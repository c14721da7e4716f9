import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { HashRouter } from 'react-router'
import type { VaultState } from '../../shared/features/vault/vault.ts'
import { api, problemOfError } from '../api/client.ts'
import { KioskScreen } from '../features/ballot/kiosk-screen.tsx'
import { FirstRunScreen } from '../features/vault/first-run-screen.tsx'
import { UnlockScreen } from '../features/vault/unlock-screen.tsx'
import { UnusableScreen } from '../features/vault/unusable-screen.tsx'
import { Frame } from './frame.tsx'
import { MustChangeScreen } from './must-change-screen.tsx'
import { Doorway } from './doorway.tsx'

/** When the store locks itself the page is loaded anew, so that nothing of the office stays in its memory. */
function useReloadAtLock(state: VaultState | undefined): void {
  const wasOpen = useRef(false)
  useEffect(() => {
    if (wasOpen.current && state === 'locked') location.reload()
    wasOpen.current = state === 'open'
  }, [state])
}

/** Which of the four doors stands open: no session, first run, unlock, or the office itself. */
export function Root({ welcome }: { welcome: boolean }) {
  const status = useQuery({
    ...api.vault.status.queryOptions(),
    enabled: welcome,
    refetchInterval: 5_000,
    // Nobody may come back to a tab or a window that still shows the office after it has locked.
    refetchIntervalInBackground: true,
    refetchOnWindowFocus: true
  })
  // The recovery form shows the new code once: it stays until the user leaves it, though the store is open by then.
  const [recovering, setRecovering] = useState(false)
  useReloadAtLock(recovering ? undefined : status.data?.state)
  if (
    !welcome ||
    (status.error !== null && problemOfError(status.error).code === 'unreachable' && status.data === undefined)
  )
    return <NoSession />
  if (status.data === undefined) return null
  const { data } = status
  const refresh = (): void => {
    setRecovering(false)
    void status.refetch()
  }
  if (data.state === 'new')
    return <FirstRunScreen version={data.version} storeName={data.storeName} today={data.today} onDone={refresh} />
  if (data.state === 'unusable') return <UnusableScreen status={data} onDone={refresh} />
  if (data.state === 'locked' || recovering)
    return <UnlockScreen status={data} onOpen={refresh} recovering={recovering} onRecovering={setRecovering} />
  // Whoever stands before it now is a voter.
  if (data.voting !== null) return <KioskScreen />
  return (
    <HashRouter>
      <Office status={data} lost={status.error !== null} />
    </HashRouter>
  )
}

function NoSession() {
  // A new address put into the same tab changes only what follows the #, which loads nothing by itself.
  useEffect(() => {
    const enter = (): void => {
      if (location.hash.startsWith('#t=')) location.reload()
    }
    window.addEventListener('hashchange', enter)
    return () => window.removeEventListener('hashchange', enter)
  }, [])
  return (
    <Doorway left="数据只在本机，不联网" right="">
      <div className="empty">
        <p className="empty-title">请用启动时给出的地址打开</p>
        <p className="note">
          这个页面没有登记，看不到任何数据。回到启动党务案头的窗口按回车，会给出一个新地址，一分钟内有效。
        </p>
      </div>
    </Doorway>
  )
}

type OfficeProps = Parameters<typeof Frame>[0]

/** The office, once the person at the keyboard has a password of his own. */
function Office({ status, lost }: OfficeProps) {
  const me = useQuery(api.account.me.queryOptions())
  if (me.data?.mustChange)
    return <MustChangeScreen name={me.data.account.name} version={status.version} onChanged={() => void me.refetch()} />
  return <Frame status={status} lost={lost} />
}
