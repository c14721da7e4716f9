import './app/trusted-types.ts'
import './app/no-code-from-strings.ts'
import './app/no-field-history.ts'
import 'dayjs/locale/zh-cn'
import './ui/base.css'
import './ui/desk.css'
import './ui/list.css'
import './app/frame.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { ConfigProvider } from 'antd'
import zhCN from 'antd/locale/zh_CN'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { queryClient } from './api/client.ts'
import { enterSession } from './api/session.ts'
import { Root } from './app/root.tsx'
import { theme } from './ui/theme.ts'

const nonce = document.querySelector<HTMLMetaElement>('meta[name="style-nonce"]')?.content ?? ''
const container = document.getElementById('root')
const welcome = await enterSession()

/** A browser writes what stands in a field to its own disk, to restore the tab after a crash, unless told not to. */
const remembersNothing = { autoComplete: 'off' }

if (container !== null)
  createRoot(container).render(
    <StrictMode>
      <ConfigProvider
        locale={zhCN}
        theme={theme}
        button={{ autoInsertSpace: false }}
        input={remembersNothing}
        textArea={remembersNothing}
        csp={{ nonce }}
      >
        <QueryClientProvider client={queryClient}>
          <Root welcome={welcome} />
        </QueryClientProvider>
      </ConfigProvider>
    </StrictMode>
  )
