import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { Finding } from '../../shared/features/vault/vault.ts'
import { api, problemOfError } from '../api/client.ts'
import { useRight } from '../api/me.ts'
import { Confirm } from '../ui/confirm.tsx'

const words: Record<Finding['kind'], (entries: number) => string> = {
  lost: (entries) => `数据被回退或丢失：末尾少了 ${entries} 条操作记录`,
  altered: (entries) => `审计记录第 ${entries} 条被改动过`,
  replaced: (entries) => `审计记录与钥匙文件对不上：第 ${entries} 条不是原来的那一条`,
  'old-key-file': () => '钥匙文件比档案库旧，可能被换成了以前的一份',
  'file-altered': () => '档案库文件在上次锁定以后被改动或替换过',
  'key-file-altered': () => '钥匙文件被改动过'
}

/** What was found against the audit chain at opening. Until the 审计员 signs, the store can only be read. */
export function FindingBanner({ finding }: { finding: Finding }) {
  const maySign = useRight('audit.sign')
  const [asking, setAsking] = useState(false)
  const sign = useMutation(api.vault.signFinding.mutationOptions({ onSuccess: () => location.reload() }))
  const what = words[finding.kind](finding.entries)
  return (
    <div className="finding-banner" role="alert">
      <strong>{what}。</strong>
      <span>现在只能查看，不能修改；审计员确认以后才能继续填写。先不要删除备份。</span>
      {maySign ? (
        <Button size="small" onClick={() => setAsking(true)}>
          审计员确认
        </Button>
      ) : null}
      {asking ? (
        <Confirm
          title="确认这次异常"
          verb="我已核实，继续使用"
          keep="先不确认"
          busy={sign.isPending}
          refusal={sign.error === null ? undefined : problemOfError(sign.error).message}
          onConfirm={() => sign.mutate()}
          onKeep={() => setAsking(false)}
        >
          <p>{what}。</p>
          <p>
            常见的原因：从旧的副本里拷回了文件、断电后日志文件损坏、还原了备份。请先与最近打印的审计摘要核对编号和校验短码，弄清原因再确认。确认后恢复填写，异常和确认人都留在审计记录里。
          </p>
        </Confirm>
      ) : null}
    </div>
  )
}
