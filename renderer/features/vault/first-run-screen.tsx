import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { Founder } from '../../../shared/features/vault/vault.ts'
import { api, problemOfError } from '../../api/client.ts'
import { Doorway } from '../../app/doorway.tsx'
import { Verdict } from '../../ui/verdict.tsx'
import { PasswordStep } from './password-step.tsx'
import { RestoreForm } from './restore-form.tsx'
import { RecoveryStep } from './recovery-step.tsx'
import { emptyFounder, UnitStep } from './unit-step.tsx'

const steps = ['单位与党组织', '口令', '恢复码', '导入党员名册']

function Steps({ current, onRestore }: { current: number; onRestore: () => void }) {
  return (
    <aside className="wizard-steps">
      <h1 className="page-title">建立档案库</h1>
      <p className="note">四步，约 5 分钟</p>
      <ol style={{ margin: 0, padding: 0, listStyle: 'none' }}>
        {steps.map((step, index) => (
          <li
            key={step}
            className={`wizard-step ${index === current ? 'current' : index < current ? 'past' : ''}`}
            aria-current={index === current ? 'step' : undefined}
          >
            <span className="dot">{index < current ? '✓' : index + 1}</span>
            {step}
            {index === 3 ? <small className="quiet">可以以后再做</small> : null}
          </li>
        ))}
      </ol>
      {current === 0 ? (
        <p className="wizard-restore">
          <button type="button" className="link" onClick={onRestore}>
            已有备份，从备份还原
          </button>
        </p>
      ) : null}
    </aside>
  )
}

type Props = { version: string; storeName: string; today: string; onDone: () => void }

/** First run: unit, password, recovery code. Nothing is written before the last button. */
export function FirstRunScreen({ version, storeName, today, onDone }: Props) {
  const [step, setStep] = useState(0)
  const [restoring, setRestoring] = useState(false)
  const [founder, setFounder] = useState<Founder>(emptyFounder)
  const code = useMutation(api.vault.newRecoveryCode.mutationOptions())
  const create = useMutation(
    api.vault.create.mutationOptions({
      onSuccess: () => {
        location.hash = '#/ledger/import'
        onDone()
      }
    })
  )
  const toCode = (): void => {
    setStep(2)
    if (code.data === undefined) code.mutate()
  }
  if (restoring)
    return (
      <Doorway left="数据只在本机，不联网" right={`版本 ${version}`}>
        <div className="unlock">
          <RestoreForm onDone={onDone} onBack={() => setRestoring(false)} />
        </div>
      </Doorway>
    )
  const problem = create.error === null ? null : problemOfError(create.error)
  return (
    <Doorway left="首次使用，建好之前不会写入任何数据" right={`版本 ${version}`}>
      <div className="wizard">
        <Steps current={step} onRestore={() => setRestoring(true)} />
        {step === 0 ? <UnitStep founder={founder} onChange={setFounder} onNext={() => setStep(1)} /> : null}
        {step === 1 ? (
          <PasswordStep founder={founder} onChange={setFounder} onBack={() => setStep(0)} onNext={toCode} />
        ) : null}
        {step === 2 && code.data !== undefined ? (
          <RecoveryStep
            code={code.data}
            founder={founder}
            storeName={storeName}
            today={today}
            busy={create.isPending}
            fault={problem === null ? null : <Verdict tone="bad">{problem.message}</Verdict>}
            onBack={() => setStep(1)}
            onCreate={() => create.mutate({ founder, recoveryCode: code.data })}
          />
        ) : null}
        {step === 2 && code.error !== null ? (
          <div style={{ padding: 48 }}>
            <Verdict tone="bad">{problemOfError(code.error).message}</Verdict>
            <Button onClick={() => code.mutate()}>再试一次</Button>
          </div>
        ) : null}
      </div>
    </Doorway>
  )
}
