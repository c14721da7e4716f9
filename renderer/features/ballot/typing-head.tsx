import { RollbackOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { Kbd } from '../../ui/kbd.tsx'
import { type CountView, passNames } from './ballot-words.ts'
import type { TypingDesk } from './use-typing.ts'

type Props = { desk: TypingDesk; count: CountView; pass: number; number: number; onVoid: () => void }

/** Which ballot is being typed, and what its keys outside the lines do. */
export function TypingHead({ desk, count, pass, number, onVoid }: Props) {
  return (
    <header className="card-head">
      <h2 className="card-title ballot-title" aria-live="polite">
        {desk.isFull
          ? `${passNames[pass]}已录满`
          : desk.typing.correcting
            ? `改第 ${number} 张`
            : `正在录第 ${number} 张`}
      </h2>
      <span className="note">
        {passNames[pass]}，{count.passes[pass]?.clerk}录，共收回 {count.returned} 张
      </span>
      <span className="push" />
      <Button
        icon={<RollbackOutlined />}
        onClick={(event) => {
          event.currentTarget.blur()
          desk.press({ kind: 'back' })
        }}
      >
        退回上一行 <Kbd>←</Kbd>
      </Button>
      <Button disabled={desk.isFull} onClick={onVoid}>
        整票作废 <Kbd>F8</Kbd>
      </Button>
    </header>
  )
}
