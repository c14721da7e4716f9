import './setting-tabs.css'
import { NavLink } from 'react-router'
import type { Right } from '../../shared/features/account/rights.ts'
import { useMe } from '../api/me.ts'

const tabs: { to: string; label: string; needs: readonly Right[] }[] = [
  { to: '/setting', label: '单位与口令', needs: [] },
  { to: '/setting/account', label: '使用人', needs: ['program', 'security'] },
  { to: '/setting/paper', label: '材料与模板', needs: ['records.read'] },
  { to: '/setting/rule', label: '规则', needs: ['records.read'] },
  { to: '/setting/backup', label: '备份与还原', needs: ['program'] },
  { to: '/setting/audit', label: '审计记录', needs: ['audit'] }
]

/** The parts of 设置 this account may see. */
export function SettingTabs() {
  const rights = useMe()?.rights ?? []
  const shown = tabs.filter(({ needs }) => needs.length === 0 || needs.some((right) => rights.includes(right)))
  return (
    <nav className="setting-tabs" aria-label="设置的各部分">
      {shown.map(({ to, label }) => (
        <NavLink key={to} to={to} end>
          {label}
        </NavLink>
      ))}
    </nav>
  )
}
