import './ballot.css'
import { FontSizeOutlined, LockOutlined } from '@ant-design/icons'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { api, problemOfError } from '../../api/client.ts'
import { useActivity } from '../../app/activity.ts'
import { useContentProtection } from '../../app/content-protection.ts'
import { useLargeType } from '../../app/large-type.ts'
import { Seal } from '../../app/seal.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import { useKeys } from '../../ui/keys.ts'
import { LoadFailure } from '../../ui/loading.tsx'
import { KioskCode } from './kiosk-code.tsx'
import { KioskDone } from './kiosk-done.tsx'
import { KioskVote } from './kiosk-vote.tsx'
import { useFreshKeys } from './use-fresh-keys.ts'

/** Where a voter is: at his code, at his ballot, or gone with nothing left of either. */
type Stage = { name: 'code'; said: string | null } | { name: 'vote'; code: string } | { name: 'done' }

/** The store is locked, and with it the voting ends on this PC until it is begun again with a password. */
function useLock(): () => void {
  const lock = useMutation(api.vault.lock.mutationOptions({ onSettled: () => location.reload() }))
  const lockNow = (): void => {
    document.documentElement.style.visibility = 'hidden'
    lock.mutate()
  }
  useKeys({ 'Ctrl+L': lockNow })
  useEffect(() =>
    window.desktop?.onMenuCommand((name) => {
      if (name === 'lock') lockNow()
    })
  )
  return lockNow
}

/** 投票页: while people vote this PC shows nothing else, and nothing of votes but their number. No way leads into the office. */
export function KioskScreen() {
  useContentProtection()
  useActivity()
  useFreshKeys()
  const lockNow = useLock()
  const largeType = useLargeType()
  const [stage, setStage] = useState<Stage>({ name: 'code', said: null })
  const box = useQuery(api.ballot.box.queryOptions())
  const toCode = (said: string | null): void => {
    setStage({ name: 'code', said })
    void box.refetch()
  }
  useEffect(() => {
    document.title = '投票 · 党务案头'
  }, [])
  return (
    <div className="kiosk">
      <header className="title-bar">
        <Seal size={24} />
        <h1 className="product">{box.data?.title ?? '投票'}</h1>
        <span className="push note" data-testid="cast">
          {box.data === undefined ? '' : `已投 ${box.data.cast} / ${box.data.slips}`}
        </span>
        <button
          type="button"
          className="title-tool"
          aria-pressed={largeType.size > 1}
          onClick={(event) => {
            // By mouse only: the next Enter is for the ballot.
            if (event.detail > 0) event.currentTarget.blur()
            largeType.next()
          }}
        >
          <FontSizeOutlined />
          大字
        </button>
      </header>
      <main className="kiosk-stage">
        {box.data === undefined ? (
          box.error === null ? null : (
            <LoadFailure message={problemOfError(box.error).message} onRetry={() => void box.refetch()} />
          )
        ) : stage.name === 'code' ? (
          <KioskCode said={stage.said} onCode={(code) => setStage({ name: 'vote', code })} />
        ) : stage.name === 'vote' ? (
          <KioskVote
            box={box.data}
            code={stage.code}
            onCast={() => {
              setStage({ name: 'done' })
              void box.refetch()
            }}
            onBack={toCode}
          />
        ) : (
          <KioskDone onGone={() => toCode(null)} />
        )}
      </main>
      <footer className="status-bar">
        <span>不记名，不记先后和时间；开箱以前谁也看不到票</span>
        <span className="push">
          计票人：
          <button type="button" className="link" onClick={lockNow}>
            <LockOutlined /> 锁定
          </button>{' '}
          <Kbd>Ctrl L</Kbd> 后用口令打开
        </span>
      </footer>
    </div>
  )
}
