/** Lets plain Node import the migrations as text, as the bundler does: `node --import ./tests/sql-loader.ts …`. */
import { readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { fileURLToPath } from 'node:url'

registerHooks({
  load: (url, context, next) =>
    url.endsWith('.sql?raw')
      ? {
          format: 'module',
          shortCircuit: true,
          source: `export default ${JSON.stringify(readFileSync(fileURLToPath(url.replace('?raw', '')), 'utf8'))}`
        }
      : next(url, context)
})
