import { Button } from 'antd'
import { PaperView } from '../../app/paper-view.tsx'
import { useEscape } from '../../ui/escape.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { listNames } from './checklist-words.ts'
import type { ChecklistPlace } from './use-checklist-place.ts'

/** The comparison of all branches as paper. */
export function BoardPaper({ place }: { place: ChecklistPlace }) {
  const close = (): void => place.go({ paper: null })
  useEscape(close)
  const { year, list } = place
  const title = `${year}年度${listNames[list]}比较表`
  return (
    <>
      <PageHead title="清单的材料" note={`${year} 年度，${listNames[list]}，全部党支部`}>
        <Button onClick={close}>返回</Button>
      </PageHead>
      <div className="paper-stage">
        <PaperView
          title={title}
          path={`/documents/checklist/board/all/${year}/${list}/comparison`}
          fileName={title}
          excel
        />
      </div>
    </>
  )
}
