import './template.css'
import { useEffect } from 'react'
import { SettingTabs } from '../../app/setting-tabs.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { FaceCard } from './face-card.tsx'
import { TemplateCard } from './template-card.tsx'

/** 材料与模板: what papers are set in, and the unit's own templates. */
export function PaperSettingScreen() {
  useEffect(() => {
    document.title = '材料与模板 · 党务案头'
  }, [])
  return (
    <div className="page setting-page">
      <PageHead title="设置" />
      <SettingTabs />
      <div className="template-desk">
        <FaceCard />
        <TemplateCard />
      </div>
    </div>
  )
}
