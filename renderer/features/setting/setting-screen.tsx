import './setting.css'
import { SettingTabs } from '../../app/setting-tabs.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { AboutCard } from './about-card.tsx'
import { KeepingCard } from './keeping-card.tsx'
import { OfficeCard } from './office-card.tsx'
import { PasswordCard } from './password-card.tsx'

/** 设置: the unit, the lock, the password, and what this program protects and what it cannot. */
export function SettingScreen() {
  return (
    <div className="page setting-page">
      <PageHead title="设置" />
      <SettingTabs />
      <div className="setting-scroll">
        <div className="setting-column">
          <OfficeCard />
          <PasswordCard />
          <KeepingCard />
        </div>
        <AboutCard />
      </div>
    </div>
  )
}
