import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Browser, chromium, type Page } from 'playwright-core';
import { type Emulator, startEmulator } from '../../src/emulator/emulator.ts';
import { browserPath } from '../browser.ts';
import { aTree, remit } from '../entry/terminal.ts';

const groups = ['Networking', 'Security', 'User Experience', 'Docs'];
const charter = `# Working groups

| Group | Forum | Description |
| --- | --- | --- |
${groups.map((name) => `| ${name} | [Forum](https://forum.example.org/${name.length}) | Things |`).join('\n')}
`;
const labels = groups.map((name) => `area/${name.toLowerCase().replaceAll(' ', '-')}`);
const priorities = ['P0', 'P1', 'P2', '>P2'];
const milestones = ['1.4', '1.5', 'Nebulous Future'];

/** Of every third and fourth something is missing. */
const issues = Array.from({ length: 60 }, (_, index) => ({
  title: index === 7 ? '<img src=x onerror=alert(1)> in a title' : `The gateway drops connections, case ${index}`,
  labels: [
    ...(index % 7 === 0 ? [] : [labels[((index * 5) % 9) % labels.length]!]),
    ...(index % 4 === 0 ? [] : [priorities[((index * 3) % 11) % priorities.length]!]),
  ],
  ...(index % 5 === 0 ? {} : { milestone: milestones[(index % 7) % milestones.length]! }),
  createdAt: `2026-0${1 + (index % 5)}-03T10:00:00Z`,
}));

const describeInBrowser = browserPath === undefined ? describe.skip : describe;

// Skipped where no Chromium is installed: a page can't be looked at without a browser.
describeInBrowser('the report as a page, in a browser', () => {
  let github: Emulator;
  let browser: Browser;
  let page: Page;
  const requested: string[] = [];
  const complaints: string[] = [];

  beforeAll(async () => {
    github = await startEmulator({
      seed: {
        users: [{ login: 'octo-ci' }],
        repositories: [
          {
            owner: 'octo-ci',
            name: 'octo-mesh',
            labels: [...labels, ...priorities],
            milestones,
            files: { 'WORKING-GROUPS.md': charter },
            issues,
          },
        ],
      },
    });
    const root = aTree({});
    const env = { GITHUB_TOKEN: github.as('octo-ci').token, GITHUB_API_URL: github.apiUrl };
    const { code } = await remit(root, ['report', 'octo-ci/octo-mesh', '--format', 'html', '-o', 'report.html'], env);
    expect(code).toBe(0);
    browser = await chromium.launch({ executablePath: browserPath!, args: ['--no-sandbox'] });
    page = await browser.newPage({ viewport: { width: 1100, height: 900 } });
    page.on('request', (request) => requested.push(request.url()));
    page.on('console', (message) => complaints.push(message.text()));
    page.on('dialog', (dialog) => complaints.push(dialog.message()));
    await page.goto(pathToFileURL(join(root, 'report.html')).href);
  });

  afterAll(async () => {
    await browser?.close();
    await github?.close();
  });

  it('loads nothing else, complains of nothing, and runs nothing that people wrote', async () => {
    expect([requested.length, complaints]).toEqual([1, []]);
    expect(await page.locator('img, script').count()).toBe(0);
    expect(await page.getByText('<img src=x onerror=alert(1)> in a title').count()).toBeLessThanOrEqual(1);
  });

  it('draws a bar for each group, as wide as its issues are many', async () => {
    const chart = page.getByRole('img', { name: 'Open issues by group and priority' });
    const names = await chart.locator('text:not(.total)').allTextContents();
    expect(names).toEqual([...groups, 'no group']);
    const totals = (await chart.locator('text.total').allTextContents()).map(Number);
    expect(totals.reduce((sum, total) => sum + total)).toBe(issues.length);
    const widths = await chart.evaluate((svg) => {
      const byRow = new Map<string, number>();
      for (const bar of svg.querySelectorAll('rect')) {
        const row = bar.getAttribute('y')!;
        byRow.set(row, (byRow.get(row) ?? 0) + Number(bar.getAttribute('width')));
      }
      return [...byRow.values()];
    });
    const perIssue = widths.map((width, row) => width / totals.filter((total) => total > 0)[row]!);
    expect(Math.max(...perIssue) / Math.min(...perIssue)).toBeLessThan(1.05);
  });

  it('fits a phone without scrolling sideways', async () => {
    await page.setViewportSize({ width: 390, height: 800 });
    const root = page.locator('html');
    const [seen, whole] = await root.evaluate((html) => [html.clientWidth, html.scrollWidth] as const);
    expect(whole).toBeLessThanOrEqual(seen);
    await page.setViewportSize({ width: 1100, height: 900 });
  });

  it('looks as the picture in the documentation, which is taken anew with REMIT_PICTURES=1', async () => {
    const path = 'docs/report.png';
    const picture = await page.screenshot({ fullPage: true, ...(process.env.REMIT_PICTURES ? { path } : {}) });
    const size = (png: Buffer) => [png.readUInt32BE(16), png.readUInt32BE(20)];
    expect(size(picture)[0]).toBe(size(readFileSync(path))[0]);
  });
});
