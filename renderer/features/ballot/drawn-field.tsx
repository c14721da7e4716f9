import { NumberField } from '../../ui/number-field.tsx'
import { type Box, drawnFault } from './drawn-fault.ts'

type Props = { box: Box; value: number | null; refused: string | undefined; onChange: (drawn: number | null) => void }

/** 抽出的码条: what was given out in a vote on this PC. */
export const DrawnField = ({ box, value, refused, onChange }: Props) => (
  <NumberField
    id="box-drawn"
    label="抽出的码条（张）"
    hint={`投了 ${box.cast} 张；抽出的就是发出的`}
    value={value}
    fault={drawnFault(value, box) ?? refused}
    onChange={onChange}
  />
)
