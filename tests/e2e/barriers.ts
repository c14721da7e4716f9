import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright/test'

/**
 * What axe finds serious or critical on the screen as it stands, as lines to read. The program has no frames, so the
 * page is looked at directly and not through a second one; only what is broken is collected.
 */
export async function barriers(page: Page, within?: string): Promise<string[]> {
  const builder = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] })
  const { violations } = await (within === undefined ? builder : builder.include(within)).analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, impact, nodes }) => nodes.map((node) => `${id} (${impact}) ${node.target.join(' ')}: ${node.html}`))
}
