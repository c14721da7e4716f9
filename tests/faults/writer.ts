/** A child that writes until it is killed, and says what it has been promised. Modes: rows, keys. */
import { readKeyFile, writeKeyFile } from '../../electron/store/key-file.ts'
import { openDatabase } from '../../electron/store/open.ts'

const [mode = 'rows', file = ''] = process.argv.slice(2)

if (mode === 'keys') {
  for (;;) {
    const read = readKeyFile(file)
    if (!read.ok) throw new Error(read.problem.code)
    const { counter } = writeKeyFile(file, read.value)
    process.stdout.write(`${counter}\n`)
  }
} else {
  const db = openDatabase(file, Buffer.alloc(32, 7), false)
  const pair = db.transaction((number: number) => {
    db.prepare('INSERT INTO setting (name, value) VALUES (?, ?)').run(`a${number}`, '张三'.repeat(200))
    db.prepare('INSERT INTO setting (name, value) VALUES (?, ?)').run(`b${number}`, '李四'.repeat(200))
  })
  for (let number = Number(db.prepare('SELECT count(*) FROM setting').pluck().get()) / 2; ; number += 1) {
    try {
      pair.immediate(number)
    } catch (error) {
      process.stdout.write(`! ${error instanceof Error && 'code' in error ? String(error.code) : 'unknown'}\n`)
      process.exit(0)
    }
    process.stdout.write(`${number}\n`)
  }
}
