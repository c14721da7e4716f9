import { Button } from 'antd'
import { useState } from 'react'
import type { VaultStatus } from '../../../shared/features/vault/vault.ts'
import { Doorway } from '../../app/doorway.tsx'
import { Verdict } from '../../ui/verdict.tsx'
import { RestoreForm } from './restore-form.tsx'

/** Something stands where the store should be and cannot be opened: says what, where, and what to do. */
export function UnusableScreen({ status, onDone }: { status: VaultStatus & { version: string }; onDone: () => void }) {
  const [restoring, setRestoring] = useState(false)
  return (
    <Doorway left="数据只在本机，不联网" right={`版本 ${status.version}`}>
      <div className="unlock">
        <h1 className="page-title">档案库打不开</h1>
        <div style={{ marginTop: 20, textAlign: 'left' }}>
          <Verdict tone="bad">{status.problem?.message}</Verdict>
        </div>
        {restoring ? (
          <RestoreForm onDone={onDone} onBack={() => setRestoring(false)} />
        ) : (
          <p style={{ marginTop: 14 }}>
            <Button onClick={() => setRestoring(true)}>从备份还原</Button>
          </p>
        )}
        <dl className="unlock-facts">
          <dt>档案库</dt>
          <dd style={{ margin: 0 }}>{status.storeName}</dd>
          <dt>文件夹</dt>
          <dd style={{ margin: 0 }}>{status.storeFolder}</dd>
        </dl>
      </div>
    </Doorway>
  )
}
