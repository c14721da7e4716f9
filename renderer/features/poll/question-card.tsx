import { PlusOutlined } from '@ant-design/icons'
import { Button, Input } from 'antd'
import type { KeyboardEvent } from 'react'
import { formQuestions } from '../../../shared/features/poll/poll.ts'
import { Kbd } from '../../ui/kbd.tsx'
import { Verdict } from '../../ui/verdict.tsx'
import { OrderButtons } from './order-buttons.tsx'
import { moved } from './set-up.ts'
import type { CardProps } from './set-up-view.tsx'

let made = 0
const newQuestion = (title: string) => {
  made += 1
  return { id: `new-question-${made}`, title }
}

type RowProps = CardProps & { at: number }

/** One question: Enter adds the next, Alt with an arrow moves it. */
function QuestionRow({ work, onBallots, at }: RowProps) {
  const { questions } = work.draft
  const one = questions[at]
  if (one === undefined) return null
  const move = (step: 1 | -1): void => work.change((old) => ({ questions: moved(old.questions, at, step) }))
  const press = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (onBallots || event.nativeEvent.isComposing) return
    if (event.key === 'Enter' && questions.length < 30)
      work.change({ questions: [...questions.slice(0, at + 1), newQuestion(''), ...questions.slice(at + 1)] })
    else if (event.altKey && event.key === 'ArrowUp') move(-1)
    else if (event.altKey && event.key === 'ArrowDown') move(1)
    else return
    event.preventDefault()
  }
  return (
    <tr>
      <td>{at + 1}</td>
      <td>
        <Input
          aria-label={`第 ${at + 1} 项测评内容`}
          autoFocus={one.title === ''}
          maxLength={60}
          readOnly={onBallots}
          value={one.title}
          onKeyDown={press}
          onChange={({ target }) =>
            work.change({
              questions: questions.map((old, index) => (index === at ? { ...old, title: target.value } : old))
            })
          }
        />
      </td>
      <td>
        {onBallots ? null : (
          <OrderButtons
            name={one.title === '' ? `第 ${at + 1} 项` : one.title}
            first={at === 0}
            last={at === questions.length - 1}
            onMove={move}
            onRemove={() => work.change({ questions: questions.filter(({ id }) => id !== one.id) })}
          />
        )}
      </td>
    </tr>
  )
}

/** 测评内容: what is asked besides the overall grade; the form of the kind can be taken again. */
export function QuestionCard(props: CardProps) {
  const { desk, work, onBallots } = props
  const { questions } = work.draft
  const form = formQuestions[desk.poll.kind]
  const isForm = questions.map(({ title }) => title).join() === form.join()
  const fault = work.save.problem?.field?.startsWith('questions') === true ? work.save.problem.message : null
  return (
    <section className="card" aria-label="测评内容">
      <header className="card-head">
        <h2 className="card-title">测评内容</h2>
        <span className="note">总体评价总在最后，不用加</span>
        <span className="push" />
        {onBallots || isForm || form.length === 0 ? null : (
          <Button onClick={() => work.change({ questions: form.map(newQuestion) })}>按表样</Button>
        )}
        {onBallots || questions.length >= 30 ? null : (
          <Button icon={<PlusOutlined />} onClick={() => work.change({ questions: [...questions, newQuestion('')] })}>
            加一项
          </Button>
        )}
      </header>
      {questions.length === 0 ? (
        <p className="poll-quiet-foot">没有分项，只评总体评价。</p>
      ) : (
        <table className="plain-table poll-rows" aria-label="测评内容">
          <tbody>
            {questions.map(({ id }, at) => (
              <QuestionRow key={id} {...props} at={at} />
            ))}
          </tbody>
        </table>
      )}
      {onBallots || questions.length === 0 ? null : (
        <p className="poll-quiet-foot">
          <Kbd>Enter</Kbd> 加下一项，<Kbd>Alt ↑</Kbd> <Kbd>Alt ↓</Kbd> 移动
        </p>
      )}
      {fault === null ? null : (
        <div className="card-note">
          <Verdict tone="bad">{fault}</Verdict>
        </div>
      )}
    </section>
  )
}
