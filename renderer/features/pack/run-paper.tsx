import { SaveOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { fetchBytes, keepFile, problemOfError } from '../../api/client.ts'
import { useMenuCommand } from '../../app/menu-command.ts'
import { useEscape } from '../../ui/escape.ts'
import { useKeys } from '../../ui/keys.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { Paper } from '../../ui/paper.tsx'
import { printPdf } from '../../ui/pdf.ts'

type Props = { runId: string; path: string; note: string; onClose: () => void }

/** A file of a written pack over the whole page, as it lies in its folder: looked at, printed, kept. */
export function RunPaper({ runId, path, note, onClose }: Props) {
  useEscape(onClose)
  const name = path.split('/').at(-1) ?? path
  const read = async (use: { use?: 'print' } = {}): Promise<ArrayBuffer> =>
    (await fetchBytes(`/documents/pack/${runId}/file.pdf?${new URLSearchParams({ path, ...use })}`)).arrayBuffer()
  const file = useQuery({ queryKey: ['pack file', runId, path], queryFn: () => read() })
  const printed = (): Promise<ArrayBuffer> => read({ use: 'print' })
  const print = (): void => void printed().then(printPdf)
  useKeys({ 'Ctrl+P': print })
  useMenuCommand('print', print)
  return (
    <>
      <PageHead title="材料包" note={note}>
        <Button onClick={onClose}>返回</Button>
      </PageHead>
      <div className="paper-stage">
        <Paper
          title={name.replace(/\.pdf$/, '')}
          bytes={file.error === null ? (file.data ?? null) : null}
          warning={file.error === null ? null : problemOfError(file.error).message}
          printed={printed}
          more={
            <Button
              icon={<SaveOutlined />}
              disabled={file.data === undefined}
              onClick={() =>
                void printed().then((bytes) => keepFile(new Blob([bytes], { type: 'application/pdf' }), name))
              }
            >
              存为 PDF
            </Button>
          }
        />
      </div>
    </>
  )
}
