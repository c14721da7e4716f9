import { DownloadOutlined, ExportOutlined, FolderOpenOutlined } from '@ant-design/icons'
import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { type ReactNode, useRef } from 'react'
import { problemOfError, saveFile } from '../../api/client.ts'

type CardProps = { number: string; title: string; words: string; children: ReactNode }

const Card = ({ number, title, words, children }: CardProps) => (
  <section className="card ledger-card" aria-label={title}>
    <h2 className="card-title">
      <span className="ledger-number" aria-hidden>
        {number}
      </span>
      {title}
    </h2>
    <p className="note">{words}</p>
    {children}
  </section>
)

/** A button that fetches a file and lets the user keep it; a refusal stands beneath it. */
function KeepButton({ path, name, icon, children }: { path: string; name: string; icon: ReactNode; children: string }) {
  const keeping = useMutation({ mutationFn: () => saveFile(path, name) })
  return (
    <div>
      <Button icon={icon} loading={keeping.isPending} onClick={() => keeping.mutate()}>
        {children}
      </Button>
      {keeping.error === null ? null : (
        <p className="field-fault" role="alert">
          {problemOfError(keeping.error).message}
        </p>
      )}
    </div>
  )
}

export const TemplateCard = () => (
  <Card
    number="1"
    title="下载空白台账"
    words="表头、下拉选项都备好了，带 * 的列必填。已有名册的，把内容粘到同名的列里。"
  >
    <KeepButton path="/ledger/blank.xlsx" name="空白台账.xlsx" icon={<DownloadOutlined />}>
      下载空白台账
    </KeepButton>
  </Card>
)

export const ExportCard = () => (
  <Card
    number="3"
    title="导出台账"
    words="把本机的名册、会议、任务、学时和您能看的一级、二级谈话写成台账，能看得票的还有评议和测评；三级谈话不导出。文件不加密，含身份证号，请按内部资料保管。"
  >
    <KeepButton path="/ledger/export.xlsx" name="党务台账.xlsx" icon={<ExportOutlined />}>
      导出台账
    </KeepButton>
  </Card>
)

type FileProps = { busy: boolean; main: boolean; onFile: (file: File) => void }

/** Takes a workbook by choosing. Nothing is written before the user has seen what it would do. */
export function FileCard({ busy, main, onFile }: FileProps) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <Card
      number="2"
      title="导入台账"
      words="选一个 .xlsx 文件，或拖到这一页。先看会新增、更新什么，有问题的逐行列出，确认后才写入。"
    >
      <Button
        type={main ? 'primary' : 'default'}
        icon={<FolderOpenOutlined />}
        loading={busy}
        onClick={() => input.current?.click()}
      >
        {main ? '选择台账文件' : '换一个文件'}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label="台账文件"
        accept=".xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        onChange={(event) => {
          const file = event.target.files?.[0]
          if (file !== undefined) onFile(file)
          event.target.value = ''
        }}
      />
    </Card>
  )
}
