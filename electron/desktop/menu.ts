import { app, type BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron'

/** Commands of the menu that the page carries out; the page listens for them through the preload. */
export type MenuCommand = 'search' | 'lock' | 'save' | 'print' | 'recordMeeting' | 'recordTalk'

const command = (
  window: BrowserWindow,
  name: MenuCommand,
  label: string,
  accelerator: string
): MenuItemConstructorOptions => ({
  label,
  accelerator,
  click: () => window.webContents.send('menu-command', name)
})

/** The Chinese menu. Edit roles carry the system's own keys; the rest goes to the page. */
export function setMenu(window: BrowserWindow): void {
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      {
        label: '文件',
        submenu: [
          command(window, 'recordMeeting', '记会议', 'Alt+1'),
          command(window, 'recordTalk', '记谈话', 'Alt+2'),
          command(window, 'save', '立即保存', 'CmdOrCtrl+S'),
          command(window, 'print', '打印', 'CmdOrCtrl+P'),
          { type: 'separator' },
          command(window, 'lock', '锁定', 'CmdOrCtrl+L'),
          { label: '退出', accelerator: 'CmdOrCtrl+Q', click: () => app.quit() }
        ]
      },
      {
        label: '编辑',
        submenu: [
          { role: 'undo', label: '撤销' },
          { role: 'redo', label: '重做' },
          { type: 'separator' },
          { role: 'cut', label: '剪切' },
          { role: 'copy', label: '复制' },
          { role: 'paste', label: '粘贴' },
          { role: 'selectAll', label: '全选' },
          { type: 'separator' },
          command(window, 'search', '查找', 'CmdOrCtrl+K')
        ]
      },
      {
        label: '显示',
        submenu: [
          { role: 'resetZoom', label: '原来大小' },
          { role: 'zoomIn', label: '放大', accelerator: 'CmdOrCtrl+=' },
          { role: 'zoomOut', label: '缩小' },
          { role: 'togglefullscreen', label: '全屏' }
        ]
      },
      {
        label: '帮助',
        submenu: [{ role: 'about', label: '关于党务案头' }]
      }
    ])
  )
}
