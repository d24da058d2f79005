import { spawnSync } from 'node:child_process';
import { run } from './run.js';

/** Everything that must hold before a change lands besides the tests; what is generated must be what is committed. */
run('node', ['scripts/generate.js']);
run('tsc', ['--noEmit']);
run('biome', ['check', '--error-on-warnings', '.']);
run('knip', []);
run('node', ['scripts/bundle.js']);
run('git', ['diff', '--exit-code', '--stat']);
refuseForgottenFiles();

function refuseForgottenFiles() {
  const generated = ['lib', 'schema', 'docs', 'src', '__tests__'];
  const { stdout } = spawnSync('git', ['ls-files', '--others', '--exclude-standard', '--', ...generated], {
    encoding: 'utf8',
  });
  if (stdout.trim() === '') return;
  console.error(`These files are not committed:\n${stdout}`);
  process.exit(1);
}
