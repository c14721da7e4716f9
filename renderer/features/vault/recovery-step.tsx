import { PrinterOutlined, SaveOutlined } from '@ant-design/icons'
import { Button, Checkbox, Input } from 'antd'
import { type ReactNode, useEffect, useState } from 'react'
import type { Founder } from '../../../shared/features/vault/vault.ts'
import { fetchBytes, problemOfError, saveFile } from '../../api/client.ts'
import { Paper } from '../../ui/paper.tsx'
import { printPdf } from '../../ui/pdf.ts'
import { Verdict } from '../../ui/verdict.tsx'
import { RecoveryCode, recoveryBoxes } from './recovery-code.tsx'

type Props = {
  code: string
  founder: Founder
  storeName: string
  today: string
  busy: boolean
  fault: ReactNode
  onBack: () => void
  onCreate: () => void
}

const tidy = (text: string): string => text.normalize('NFKC').toUpperCase().replace(/[\s-]/g, '')

/** The code, shown once; the third box typed back proves that it was copied. */
export function RecoveryStep({ code, founder, storeName, today, busy, fault, onBack, onCreate }: Props) {
  const [typed, setTyped] = useState('')
  const [signed, setSigned] = useState(false)
  const [sheet, setSheet] = useState<ArrayBuffer | null>(null)
  const [sheetFault, setSheetFault] = useState<unknown>(null)
  const content = { code, organisation: founder.organisationName, storeName, date: today }
  useEffect(() => {
    let stale = false
    void fetchBytes('/documents/recovery-sheet.pdf', {
      code,
      organisation: founder.organisationName,
      storeName,
      date: today
    })
      .then((response) => response.arrayBuffer())
      .then((bytes) => {
        if (!stale) setSheet(bytes)
      })
      .catch((error: unknown) => {
        if (!stale) setSheetFault(error)
      })
    return () => {
      stale = true
    }
  }, [code, founder.organisationName, storeName, today])
  const right = tidy(typed) === tidy(recoveryBoxes(code)[2] ?? '')
  return (
    <div style={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) 440px' }}>
      <form
        style={{ maxWidth: 690, padding: '36px 48px' }}
        onSubmit={(event) => {
          event.preventDefault()
          if (right && signed) onCreate()
        }}
      >
        <h2 style={{ fontSize: 17, fontWeight: 600 }}>恢复码</h2>
        <p className="note" style={{ marginBottom: 16 }}>
          忘记口令时，只有恢复码能打开档案库。本软件没有后门，任何人都不能代为打开。
        </p>
        <div className="card" style={{ padding: 20 }}>
          <RecoveryCode code={code} />
          <div className="actions" style={{ flexWrap: 'wrap' }}>
            <Button
              icon={<PrinterOutlined />}
              disabled={sheet === null}
              onClick={() => sheet && void printPdf(sheet.slice(0))}
            >
              打印保管单
            </Button>
            <Button
              icon={<SaveOutlined />}
              onClick={() =>
                void saveFile('/documents/recovery-sheet.pdf', '恢复码保管单.pdf', content).catch(setSheetFault)
              }
            >
              存到 U 盘
            </Button>
            <span className="note push">字母中没有 I、L、O、U，末尾 1 位是校验</span>
          </div>
          {sheetFault === null ? null : (
            <Verdict tone="bad">保管单没有做成，请把恢复码抄在纸上。{problemOfError(sheetFault).message}</Verdict>
          )}
        </div>
        <div style={{ margin: '14px 0 20px' }}>
          <Verdict tone="warn">恢复码只显示这一次。请不要拍照，不要和这台电脑放在一处。</Verdict>
        </div>
        <label className="card-title" htmlFor="confirm-code">
          抄对了吗？请填第 3 组
        </label>
        <div style={{ display: 'flex', alignItems: 'center', gap: 12, margin: '6px 0 14px' }}>
          <Input
            id="confirm-code"
            style={{ width: 220, fontFamily: 'Consolas, "DejaVu Sans Mono", monospace' }}
            autoComplete="off"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
          {right ? <span style={{ color: 'var(--green)' }}>✓ 一致</span> : null}
          {!right && tidy(typed).length >= 8 ? (
            <span style={{ color: 'var(--red)' }}>不一致，请对照第 3 组</span>
          ) : null}
        </div>
        <Checkbox checked={signed} onChange={(event) => setSigned(event.target.checked)}>
          恢复码已抄写或打印，由专人保管
        </Checkbox>
        {fault === null ? null : <div style={{ marginTop: 14 }}>{fault}</div>}
        <div className="actions">
          <Button size="large" onClick={onBack}>
            上一步
          </Button>
          <Button type="primary" htmlType="submit" size="large" loading={busy} disabled={!right || !signed}>
            建立档案库
          </Button>
        </div>
      </form>
      <Paper title="恢复码保管单" bytes={sheet} startZoom={50} />
    </div>
  )
}
