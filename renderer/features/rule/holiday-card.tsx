import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { type HolidayText, holidayText, readHolidays } from '../../../shared/features/setting/holiday-rules.ts'
import { yearOf } from '../../../shared/kernel/dates.ts'
import type { Problem } from '../../../shared/kernel/outcome.ts'
import { publicHolidays } from '../../../shared/kernel/working-days.ts'
import { holidaysOf } from '../../../shared/rulebook/rule-book.ts'
import { client, problemOfError } from '../../api/client.ts'
import { useRight } from '../../api/me.ts'
import { Field, faultAt } from '../../ui/field.tsx'
import { Verdict } from '../../ui/verdict.tsx'
import type { Book } from './rule-row.tsx'

const words = { '✔': '程序自带，已核', 记: '程序自带，待核', 单位: '本单位填的' } as const

type FormProps = {
  book: Book
  year: number
  /** What was typed for this year and is not saved. */
  typed: HolidayText | undefined
  onType: (text: HolidayText | undefined) => void
}

/** The days of one year, to read and, for who sets the rules, to change. */
function YearForm({ book, year, typed, onType }: FormProps) {
  const queries = useQueryClient()
  const mayChange = useRight('rules')
  const stored = holidaysOf(book)[year]
  const text = typed ?? holidayText(stored ?? { off: [], worked: [] })
  const [problem, setProblem] = useState<Problem | null>(null)
  const renew = async (): Promise<void> => {
    await queries.invalidateQueries()
    onType(undefined)
  }
  const onError = (error: unknown): void => setProblem(problemOfError(error))
  const saving = useMutation({
    mutationFn: async () => {
      const read = readHolidays(year, text)
      setProblem(read.ok ? null : read.problem)
      if (!read.ok) return
      await client.rule.saveHolidays.mutate(read.value)
      await renew()
    },
    onError
  })
  const clearing = useMutation({
    mutationFn: async () => {
      await client.rule.clearHolidays.mutate({ year })
      await renew()
    },
    onError
  })
  const lines = (field: keyof HolidayText, label: string, hint: string) => (
    <Field label={label} for={`holiday-${field}`} hint={hint} fault={faultAt(problem, field)}>
      <Input.TextArea
        id={`holiday-${field}`}
        className="grow"
        rows={4}
        readOnly={!mayChange}
        value={text[field]}
        onChange={(event) => onType({ ...text, [field]: event.target.value })}
      />
    </Field>
  )
  return (
    <form
      className="holiday-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        saving.mutate()
      }}
    >
      <p className="note">{stored === undefined ? `${year} 年还没有，按星期一至星期五算工作日` : words[stored.mark]}</p>
      <div className="field-pair">
        {lines('off', '放假', `一行一段，如“${year}-10-01 至 ${year}-10-07”`)}
        {lines('worked', '调休上班', `一行一天，如“${year}-10-10”`)}
      </div>
      {problem === null || problem.field !== undefined ? null : <Verdict tone="bad">{problem.message}</Verdict>}
      {mayChange ? (
        <div className="actions">
          <Button type="primary" htmlType="submit" loading={saving.isPending}>
            保存放假安排
          </Button>
          {stored?.mark === '单位' ? (
            <Button onClick={() => clearing.mutate()}>
              {publicHolidays[year] === undefined ? '删掉这一年' : '改回程序自带的'}
            </Button>
          ) : null}
        </div>
      ) : null}
    </form>
  )
}

/** 放假安排 (R5-01): what working days are counted by; each year's notice is put in when it comes. */
export function HolidayCard({ book }: { book: Book }) {
  const thisYear = yearOf(book.today)
  const [year, setYear] = useState(thisYear)
  const [typed, setTyped] = useState<Record<number, HolidayText | undefined>>({})
  const table = holidaysOf(book)
  return (
    <section className="card" aria-label="放假安排">
      <header className="card-head">
        <h2 className="card-title">放假安排</h2>
        <span className="quiet">工作日按它算：函询回复、及时记录、会议和谈话的日期</span>
        <span className="push" />
        <Select
          aria-label="放假安排的年度"
          style={{ width: 140 }}
          value={year}
          options={[thisYear + 1, thisYear, thisYear - 1, thisYear - 2].map((one) => ({
            value: one,
            label: `${one} 年${typed[one] !== undefined ? '（没保存）' : table[one] === undefined ? '（未填）' : ''}`
          }))}
          onChange={setYear}
        />
      </header>
      <YearForm
        key={`${year} ${JSON.stringify(table[year] ?? null)}`}
        book={book}
        year={year}
        typed={typed[year]}
        onType={(text) => setTyped((old) => ({ ...old, [year]: text }))}
      />
    </section>
  )
}
