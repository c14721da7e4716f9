import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Input } from 'antd'
import { useRules } from '../../api/rules.ts'
import { Cite } from '../../ui/cite.tsx'
import { Verdict } from '../../ui/verdict.tsx'
import { DecimalField } from '../../ui/decimal-field.tsx'
import { className, type PollClass, weightWords } from './poll-words.ts'
import type { CardProps } from './set-up-view.tsx'

const whole = 10_000

/** The next letter nobody has. */
const freeName = (classes: readonly PollClass[]): string =>
  [...'ABCDEFGHIJKL'].find((letter) => !classes.some(({ name }) => name === letter)) ?? ''

/** What the weights add up to, and what each comes to where that is not 100 %. */
function WeightSum({ classes }: { classes: readonly PollClass[] }) {
  const sum = classes.reduce((all, { weight }) => all + weight, 0)
  if (sum === whole) return <span className="note">权重合计 100%</span>
  const shares = classes.map(
    ({ name, weight }) => `${className(name)} ${weightWords(Math.round((weight * whole) / Math.max(1, sum)))}`
  )
  return (
    <Verdict tone="warn">
      权重合计 {weightWords(sum)}，不是 100%
      {sum === 0 ? '，至少一类要有权重。' : `，计分时按比例折算：${shares.join('，')}。`}
    </Verdict>
  )
}

type RowProps = CardProps & { one: PollClass; at: number }

function ClassRow({ work, locked, onBallots, one, at }: RowProps) {
  const { classes } = work.draft
  const edit = (part: Partial<PollClass>): void =>
    work.change({ classes: classes.map((old, index) => (index === at ? { ...old, ...part } : old)) })
  return (
    <tr>
      <td>
        <Input
          aria-label={`第 ${at + 1} 个票类的名称`}
          maxLength={20}
          readOnly={onBallots}
          value={one.name}
          placeholder={classes.length === 1 ? '只有一类，不用起名' : '例如 A'}
          onChange={({ target }) => edit({ name: target.value })}
        />
      </td>
      <td>
        <DecimalField
          bare
          id={`weight-${at}`}
          label={`${className(one.name)}的权重`}
          value={one.weight / 100}
          suffix="%"
          locked={locked}
          onChange={(percent) => edit({ weight: Math.round((percent ?? 0) * 100) })}
        />
      </td>
      <td>
        {onBallots || classes.length === 1 ? null : (
          <Button
            type="text"
            icon={<DeleteOutlined />}
            aria-label={`删除${className(one.name)}`}
            onClick={() => work.change({ classes: classes.filter((_old, index) => index !== at) })}
          />
        )}
      </td>
    </tr>
  )
}

/** 票类 and their weights. */
export function ClassCard(props: CardProps) {
  const { desk, work, locked, onBallots } = props
  const { classes } = work.draft
  const rules = useRules(desk.poll.year)
  const fault = work.save.problem?.field?.startsWith('classes') === true ? work.save.problem.message : null
  return (
    <section className="card" aria-label="票类和权重">
      <header className="card-head">
        <h2 className="card-title">票类和权重</h2>
        <Cite rules={rules} id={desk.poll.kind === '述职评议' ? '12.8' : '6.2'} />
        <span className="push" />
        {onBallots || classes.length >= 12 ? null : (
          <Button
            icon={<PlusOutlined />}
            onClick={() =>
              work.change({
                classes: [...classes, { name: freeName(classes), weight: 0, issued: null, returned: null }]
              })
            }
          >
            加票类
          </Button>
        )}
      </header>
      <table className="plain-table poll-rows classes" aria-label="票类和权重">
        <thead>
          <tr>
            <th scope="col">票类</th>
            <th scope="col">权重</th>
            <th scope="col">
              <span className="poll-unseen">删除</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {classes.map((one, at) => (
            <ClassRow key={at} {...props} one={one} at={at} />
          ))}
        </tbody>
      </table>
      <div className="card-note">
        {fault === null || locked ? null : <Verdict tone="bad">{fault}</Verdict>}
        <WeightSum classes={classes} />
      </div>
    </section>
  )
}
