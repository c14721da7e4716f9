import { PrinterOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { client } from '../../api/client.ts'
import { useChange } from '../../app/use-change.ts'
import { DayField } from '../../ui/day-field.tsx'
import { Dock } from '../../ui/dock.tsx'
import { Verdict } from '../../ui/verdict.tsx'
import type { BegunDesk, EntryLine } from './evaluation-words.ts'
import { SaveNote } from '../../app/save-note.tsx'
import { TextBox } from './text-box.tsx'
import { useEntry } from './use-entry.ts'

type Props = { line: EntryLine; desk: BegunDesk; today: string; onPrint: () => void; onClose: () => void }

/** What one member wrote of himself. Whoever writes it in without a day has it handed in today. */
export function SelfPanel({ line, desk, today, onPrint, onClose }: Props) {
  const { memberId, name, entry, graded, whyNotGraded } = line
  const { id, finishedOn } = desk.evaluation
  const locked = finishedOn !== null
  const { text, change, save } = useEntry(
    { id, memberId, today },
    { selfReview: entry.selfReview, selfOn: entry.selfOn },
    locked
  )
  const leaveOut = useChange(() => client.evaluation.leaveOut.mutate({ id, memberId }), onClose)
  return (
    <Dock
      title={`${name}的自评`}
      note={locked ? '等次已确定，不能改' : <SaveNote {...save} />}
      onClose={onClose}
      foot={
        <>
          <Button icon={<PrinterOutlined />} onClick={() => void save.flush().then(onPrint)}>
            打印登记表
          </Button>
          <span className="push" />
          {locked || entry.final !== null ? null : (
            <Button loading={leaveOut.isPending} onClick={() => leaveOut.mutate()}>
              移出评议
            </Button>
          )}
        </>
      }
    >
      {graded ? null : <p className="note evaluation-gap">{whyNotGraded}</p>}
      {leaveOut.problem === null ? null : <Verdict tone="bad">{leaveOut.problem.message}</Verdict>}
      {locked ? (
        <p className="note evaluation-gap">{text.selfOn === null ? '没有填交的日期' : `${text.selfOn} 交`}</p>
      ) : (
        <DayField
          id="self-on"
          label="交的日期"
          value={text.selfOn}
          hint="交纸面的，只填日期就行"
          onChange={(selfOn) => change({ selfOn })}
        />
      )}
      <TextBox
        id="self-review"
        label="自评内容"
        rows={12}
        value={text.selfReview}
        locked={locked}
        onChange={(selfReview) =>
          change({ selfReview, ...(text.selfOn === null && selfReview !== null ? { selfOn: today } : {}) })
        }
      />
    </Dock>
  )
}
