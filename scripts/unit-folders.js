/** The folders of units: a file in one of them is a unit, its name is its id. */
export const unitFolders = [
  { folder: 'src/governance/formats', map: 'formats', type: 'Format', from: '../format.ts' },
  { folder: 'src/governance/rules', map: 'rules', type: 'Rule', from: '../rule.ts' },
  { folder: 'src/governance/reporters', map: 'reporters', type: 'Reporter', from: '../reporter.ts' },
  { folder: 'src/triage/requirements', map: 'requirements', type: 'Requirement', from: '../requirement.ts' },
  { folder: 'src/triage/commands', map: 'commands', type: 'Command', from: '../command.ts' },
];
