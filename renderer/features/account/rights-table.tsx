import { Fragment } from 'react'
import { type Role, roles } from '../../../shared/features/account/account.ts'
import { grantOf, type Grant, type Right, rights } from '../../../shared/features/account/rights.ts'
import { useMe } from '../../api/me.ts'

const words: Record<Grant, string> = {
  all: '可以',
  own: '自己的',
  party: '涉及自己的',
  'own-or-party': '自己的和涉及自己的',
  'with-L3-password': '另需 L3 口令'
}

/** Rights whose screens exist; the table grows with the program. */
const shown: readonly Right[] = [
  'program',
  'security',
  'records.read',
  'records.write',
  'records.erase',
  'audit',
  'audit.sign'
]

/** Who may do what, in words: the table the engine itself goes by. */
export function RightsTable() {
  const threeOfficers = useMe()?.threeOfficers ?? false
  const cell = (role: Role, right: Right) => {
    const grant = grantOf([role], right, threeOfficers)
    return grant === null ? <span className="quiet">—</span> : words[grant]
  }
  return (
    <details className="card rights">
      <summary className="card-title">各角色能做什么</summary>
      <table className="plain-table">
        <thead>
          <tr>
            <th>事项</th>
            {roles.map((role) => (
              <th key={role}>{role}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((right) => (
            <tr key={right}>
              <td>{rights[right].title}</td>
              {roles.map((role) => (
                <Fragment key={role}>
                  <td>{cell(role, right)}</td>
                </Fragment>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
