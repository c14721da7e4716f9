import { useNavigate } from 'react-router'
import { useRight } from '../../api/me.ts'

/** The way to the register of 提醒, 函询, 诫勉, for who may see it. */
export function SupervisionLink({ className = '' }: { className?: string }) {
  const navigate = useNavigate()
  if (!useRight('talk.L3.read')) return <span className={className}>{className === '' ? '监督谈话台账' : ''}</span>
  return (
    <button type="button" className={`link ${className}`} onClick={() => void navigate('/supervision')}>
      监督谈话台账
    </button>
  )
}
