import { DownOutlined, UpOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { client } from '../../api/client.ts'
import { AttachmentCard } from '../../app/attachments.tsx'
import { useChange } from '../../app/use-change.ts'
import { Confirm } from '../../ui/confirm.tsx'
import type { ItemLine } from './checklist-words.ts'
import { ProofForm } from './proof-form.tsx'

type ProofView = ItemLine['proofs'][number]

/** A filed proof: its days, its files, and what can be done with it. */
export function ProofLine({ proof, mayWrite }: { proof: ProofView; mayWrite: boolean }) {
  const [open, setOpen] = useState(false)
  const [doing, setDoing] = useState<'edit' | 'remove' | null>(null)
  const close = (): void => setDoing(null)
  const remove = useChange(() => client.checklist.removeProof.mutate({ id: proof.id }), close)
  const { files: _files, ...stored } = proof
  if (doing === 'edit') return <ProofForm stored={stored} onDone={close} />
  const days = [
    proof.happenedOn === null ? '没有写发生日期' : `${proof.happenedOn} 发生`,
    `${proof.filedOn} 归档`,
    proof.files === 0 ? '没有文件' : `${proof.files} 个文件`
  ]
  return (
    <div className="proof-line">
      <button
        type="button"
        className="link proof-open"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        onKeyDown={({ key }) => {
          if (key === 'Escape') setOpen(false)
        }}
      >
        {proof.title} {open ? <UpOutlined aria-hidden /> : <DownOutlined aria-hidden />}
      </button>
      <span className="note">{days.join('，')}</span>
      {open ? (
        <div className="proof-files-card">
          <AttachmentCard record="proof" recordId={proof.id} />
          {mayWrite ? (
            <div className="rectification-acts">
              <Button onClick={() => setDoing('edit')}>改材料名和日期</Button>
              <Button onClick={() => setDoing('remove')}>删除材料</Button>
            </div>
          ) : null}
        </div>
      ) : null}
      {doing === 'remove' ? (
        <Confirm
          title={`删除材料“${proof.title}”？`}
          verb="删除材料"
          keep="留着"
          busy={remove.isPending}
          refusal={remove.problem?.message}
          onConfirm={() => remove.mutate()}
          onKeep={close}
        >
          {proof.files === 0 ? '删除后不能找回。' : `连同 ${proof.files} 个文件一起删除，不能找回。`}
        </Confirm>
      ) : null}
    </div>
  )
}
