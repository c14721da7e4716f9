import { useMutation } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { client, problemOfError } from '../../api/client.ts'
import { DayField } from '../../ui/day-field.tsx'
import { Field, faultAt } from '../../ui/field.tsx'
import { TextField } from '../../ui/inputs.tsx'
import { Verdict } from '../../ui/verdict.tsx'
import type { LifeDraft } from './life-draft.ts'

/** The last step: what the report says besides the figures, and to whom and when it went. */
export function ReportForm({ draft }: { draft: LifeDraft }) {
  const { life, change, desk, renew } = draft
  const [report, setReport] = useState({
    reportedTo: desk.meeting.reportedTo,
    reportedOn: desk.meeting.reportedOn
  })
  const saving = useMutation({
    mutationFn: () => client.meeting.report.mutate({ id: desk.meeting.id, ...report }),
    onSuccess: renew
  })
  const problem = saving.error === null ? null : problemOfError(saving.error)
  return (
    <>
      <Field label="另外要写进报告的话" for="life-report" hint="次数、条数、人数由记录自动写">
        <Input.TextArea
          id="life-report"
          rows={6}
          className="grow"
          value={life.report ?? ''}
          onChange={(event) => change({ report: event.target.value === '' ? null : event.target.value })}
        />
      </Field>
      <form
        aria-label="报送"
        onSubmit={(event) => {
          event.preventDefault()
          saving.mutate()
        }}
      >
        <div className="field-pair">
          <TextField
            id="report-to"
            label="报送对象"
            value={report.reportedTo}
            maxLength={100}
            onChange={(reportedTo) => setReport({ ...report, reportedTo })}
          />
          <DayField
            id="report-on"
            label="报送日期"
            value={report.reportedOn}
            fault={faultAt(problem, 'reportedOn')}
            onChange={(reportedOn) => setReport({ ...report, reportedOn })}
          />
        </div>
        {problem === null || problem.field !== undefined ? null : <Verdict tone="bad">{problem.message}</Verdict>}
        <Button htmlType="submit" loading={saving.isPending}>
          记下报送
        </Button>
      </form>
    </>
  )
}
