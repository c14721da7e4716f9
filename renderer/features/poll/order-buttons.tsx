import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined } from '@ant-design/icons'
import { Button } from 'antd'

type Props = { name: string; first: boolean; last: boolean; onMove: (step: 1 | -1) => void; onRemove: () => void }

/** Up, down and away for one row of a list. */
export const OrderButtons = ({ name, first, last, onMove, onRemove }: Props) => (
  <span className="poll-order">
    <Button
      type="text"
      icon={<ArrowUpOutlined />}
      aria-label={`${name}上移`}
      disabled={first}
      onClick={() => onMove(-1)}
    />
    <Button
      type="text"
      icon={<ArrowDownOutlined />}
      aria-label={`${name}下移`}
      disabled={last}
      onClick={() => onMove(1)}
    />
    <Button type="text" icon={<DeleteOutlined />} aria-label={`删除${name}`} onClick={onRemove} />
  </span>
)
