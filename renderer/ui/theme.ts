import type { ThemeConfig } from 'antd'

/** ui.md §2 and §5: blue-black is every action, red only overdue, breach and destruction; all text at least 4.5:1. */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: '#1F4A73',
    colorInfo: '#1F4A73',
    colorLink: '#1F4A73',
    colorSuccess: '#2B6649',
    colorWarning: '#B47B12',
    colorError: '#B3261E',
    colorText: '#1E2227',
    colorTextSecondary: '#4D545D',
    colorTextTertiary: '#656B73',
    colorTextDescription: '#656B73',
    colorTextPlaceholder: '#6B7179',
    colorTextDisabled: '#656B73',
    colorBorder: '#8C8880',
    colorBorderSecondary: '#E5E1D9',
    colorBgLayout: '#F4F2ED',
    colorBgContainerDisabled: '#FAF9F6',
    borderRadius: 4,
    fontSize: 14,
    lineHeight: 22 / 14,
    controlHeight: 34,
    controlItemBgActive: '#EAF0F6',
    controlItemBgActiveHover: '#EAF0F6',
    motion: false,
    boxShadowSecondary: '0 6px 20px rgba(40,34,20,.16)',
    fontFamily: '"Microsoft YaHei UI","Microsoft YaHei","Noto Sans CJK SC",sans-serif'
  },
  components: {
    Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', fontWeight: 500 },
    Table: {
      headerBg: '#F8F6F2',
      headerColor: '#4D545D',
      rowHoverBg: '#F5F8FB',
      borderColor: '#EFECE5',
      cellPaddingBlock: 8,
      cellPaddingInline: 10
    },
    Segmented: { trackBg: '#EBE8E1', itemSelectedColor: '#1F4A73' },
    Form: { itemMarginBottom: 14, labelColor: '#4D545D' },
    Tabs: { horizontalItemGutter: 24 }
  }
}
