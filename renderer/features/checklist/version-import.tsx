import { UploadOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useRef } from 'react'
import type { Checklist } from '../../../shared/features/checklist/checklist.ts'
import type { ReadingFault } from '../../../shared/features/checklist/checklist-reading.ts'
import { client, fetchBytes } from '../../api/client.ts'
import { useChange } from '../../app/use-change.ts'
import { Verdict } from '../../ui/verdict.tsx'

/** The name of a file without its ending, as the title of the list. */
const titleOf = ({ name }: File): string => name.replace(/\.[^.]+$/, '').slice(0, 50)

/** A unit's own list out of an Excel file: read, not kept yet; what cannot be read is said row by row. */
export function VersionImport({ onRead }: { onRead: (list: Checklist) => void }) {
  const chooser = useRef<HTMLInputElement>(null)
  const read = useChange(
    async (file: File) => {
      const { id }: { id: string } = await (await fetchBytes('/ledger/upload', file)).json()
      return client.checklist.readUpload.query({ id, title: titleOf(file) })
    },
    ({ checklist }) => {
      if (checklist !== null) onRead(checklist)
    }
  )
  const faults: readonly ReadingFault[] = read.data?.faults ?? []
  return (
    <>
      <input
        ref={chooser}
        type="file"
        hidden
        accept=".xlsx"
        aria-label="清单的 Excel 文件"
        onChange={(event) => {
          const [file] = event.target.files ?? []
          if (file !== undefined) read.mutate(file)
          event.target.value = ''
        }}
      />
      <Button icon={<UploadOutlined />} loading={read.isPending} onClick={() => chooser.current?.click()}>
        从 Excel 导入
      </Button>
      {read.problem === null ? null : <Verdict tone="bad">{read.problem.message}</Verdict>}
      {faults.length === 0 ? null : (
        <Verdict tone="bad">
          {faults.slice(0, 8).map(({ row, message }) => (
            <p key={`${row} ${message}`}>{message}</p>
          ))}
        </Verdict>
      )}
    </>
  )
}
