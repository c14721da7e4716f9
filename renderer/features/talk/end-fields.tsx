import { LinkOutlined, LockOutlined } from '@ant-design/icons'
import { talkLevelNames, talkLevels } from '../../../shared/features/talk/talk-kinds.ts'
import { useMe } from '../../api/me.ts'
import { DayField } from '../../ui/day-field.tsx'
import { faultAt } from '../../ui/field.tsx'
import { type FormPart, PickField, RowNotes } from './form-parts.tsx'
import { SupervisionLink } from './supervision-link.tsx'
import { usesOf } from './talk-entry.ts'

/** What follows from keeping it, and what is not kept anywhere. */
function Uses({ entry, ofPlan }: Pick<FormPart, 'entry'> & { ofPlan: boolean }) {
  return (
    <>
      <p className="talk-uses">
        <LinkOutlined aria-hidden /> <span>保存后自动用在：{usesOf(entry, ofPlan).join('、')}</span>
      </p>
      {entry.level === 'L3' ? (
        <p className="talk-sealed" role="status">
          <LockOutlined aria-hidden />{' '}
          <span>三级谈话用 L3 口令加封，没写完的不存草稿，关上之前请先保存。内容不进搜索、台账和材料包。</span>
        </p>
      ) : null}
    </>
  )
}

/** 密级, the year it counts for, and the day it was written down. */
export function EndFields({ ofPlan, ...part }: FormPart & { ofPlan: boolean }) {
  const { entry, change, problem } = part
  const rights = useMe()?.rights ?? []
  return (
    <>
      <div className="talk-row end">
        <PickField
          id="talk-level"
          label="密级"
          value={entry.level}
          fault={faultAt(problem, 'level')}
          options={talkLevels.map((value) => ({
            value,
            label: talkLevelNames[value],
            disabled: !rights.includes(`talk.${value}.write`)
          }))}
          onChange={(level) => change({ level, levelChosen: true })}
        />
        <DayField
          id="talk-writtenOn"
          label="写成日期"
          value={entry.writtenOn}
          onChange={(writtenOn) => change({ writtenOn })}
        />
      </div>
      <RowNotes {...part} fields={['level', 'year', 'writtenOn', 'number']} />
      <Uses entry={entry} ofPlan={ofPlan} />
      <div className="talk-row last">
        <PickField
          id="talk-year"
          label="所属年度"
          value={entry.year}
          options={[entry.year - 1, entry.year, entry.year + 1].map((value) => ({ value, label: `${value} 年` }))}
          onChange={(year) => change({ year })}
        />
        <p className="note">
          双方签字在打印的记录表上手签。提醒、函询、诫勉不记在这里，请到
          <SupervisionLink />
          登记。
        </p>
      </div>
    </>
  )
}
