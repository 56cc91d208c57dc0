// Has the outputs of safepaste read by the tools of others that they are for, and fails where one of them objects.
//
//   npm install --prefix FOLDER ajv ajv-formats axe-core puppeteer-core @microsoft/sarif-multitool @modelcontextprotocol/sdk \
//     lefthook husky
//   MODULES=FOLDER node tests/outputs/outputs.mjs target/release/safepaste
//
// Needs Chromium (CHROMIUM names it, if it is not /usr/bin/chromium). JUNIT_XSD=FILE names a schema of JUnit reports, by
// which xmllint then judges, such as junit-10.xsd of Jenkins' xUnit plugin. SHOTS=FOLDER keeps pictures of the pages.
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';

const require = createRequire(path.join(path.resolve(process.env.MODULES ?? '.'), 'node_modules', 'x'));
const program = path.resolve(process.argv[2] ?? 'target/release/safepaste');
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'outputs-'));
const drafts = path.join(folder, 'drafts');
const home = { ...process.env, HOME: folder, XDG_CONFIG_HOME: folder, XDG_DATA_HOME: folder, SAFEPASTE_POLICY: undefined };
const DRAFT = 'Remind my patient Tamsin Quell of her lip filler on Thursday; her cell is 479-555-0163.';
let broken = 0;

function tell(output, tool, objections, note = '') {
  const result = objections.length === 0 ? 'nothing objected' : objections.join('; ');
  if (objections.length > 0) broken += 1;
  console.log(`| ${output} | ${tool} | ${result}${note} |`);
}

/** The report on all drafts in one format. */
function report(format, ...more) {
  return spawnSync(program, ['check', '--format', format, ...more, '.'], { cwd: drafts, env: home, encoding: 'utf8' }).stdout;
}

function version(name) {
  const own = path.join(process.env.MODULES ?? '.', 'node_modules', name, 'package.json');
  return `${name} ${JSON.parse(fs.readFileSync(own)).version}`;
}

fs.mkdirSync(drafts);
fs.writeFileSync(path.join(drafts, 'unsafe.txt'), `${DRAFT}\n`);
fs.writeFileSync(path.join(drafts, 'conditional.txt'), 'A filler client wants to move her visit from Tuesday to November 30.\n');
fs.writeFileSync(path.join(drafts, 'safe.txt'), 'Keep the waiting room tidy.\n');
fs.writeFileSync(path.join(drafts, 'unread.txt'), Buffer.from([74, 111, 115, 1, 255]));
fs.writeFileSync(path.join(drafts, 'a & <b>\'.txt'), `${DRAFT} </pre></mark><script>alert(1)</script> ]]> {{x}} \u001b[31m\n`);

const kinds = [['masked', []], ['with values', ['--show-values', '--why']]];

function sarif() {
  const tool = path.join(path.resolve(process.env.MODULES), 'node_modules/@microsoft/sarif-multitool-linux/Sarif.Multitool');
  fs.chmodSync(tool, 0o755);
  for (const [kind, more] of kinds) {
    const file = path.join(folder, 'report.sarif');
    fs.writeFileSync(file, report('sarif', ...more));
    const said = spawnSync(tool, ['validate', file], { encoding: 'utf8' });
    const lines = `${said.stdout}${said.stderr}`.split('\n').filter((line) => /: (error|warning) /.test(line));
    // The project has no page on the web yet that could be named.
    const objections = lines.filter((line) => !line.includes('SARIF2005'));
    tell(`SARIF, ${kind}`, version('@microsoft/sarif-multitool'), objections, lines.length > 0 ? ' (but for informationUri, which it would like)' : '');
  }
}

function json() {
  const Ajv = require('ajv/dist/2020.js').default;
  const formats = require('ajv-formats').default;
  for (const format of ['json', 'jsonl']) {
    const schema = JSON.parse(execFileSync(program, ['check', '--format', format, '--schema'], { env: home }));
    for (const [kind, more] of kinds) {
      const objections = [];
      try {
        const ajv = new Ajv({ strictSchema: true, strictTypes: true, allErrors: true });
        formats(ajv);
        const holds = ajv.compile(schema);
        const text = report(format, ...more);
        const documents = format === 'json' ? [text] : text.trim().split('\n');
        for (const one of documents) if (!holds(JSON.parse(one))) objections.push(ajv.errorsText(holds.errors));
      } catch (error) {
        objections.push(error.message);
      }
      tell(`${format}, ${kind}`, `${version('ajv')} by the published schema`, objections);
    }
  }
}

function junit() {
  if (!process.env.JUNIT_XSD) return console.log('| JUnit | left out: JUNIT_XSD names no schema | |');
  for (const [kind, more] of kinds) {
    const said = spawnSync('xmllint', ['--noout', '--schema', process.env.JUNIT_XSD, '-'], { input: report('junit', ...more), encoding: 'utf8' });
    tell(`JUnit, ${kind}`, `xmllint with ${path.basename(process.env.JUNIT_XSD)}`, said.status === 0 ? [] : said.stderr.trim().split('\n'));
  }
}

/** A page at phone and desktop width, light and dark: axe, and what a person does there with the keyboard. */
async function html() {
  const axe = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
  const puppeteer = require('puppeteer-core');
  const browser = await puppeteer.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
  for (const [kind, more] of kinds) {
    const file = path.join(folder, 'report.html');
    fs.writeFileSync(file, report('html', ...more));
    for (const width of [390, 1280]) {
      for (const scheme of ['light', 'dark']) {
        const page = await browser.newPage();
        const objections = [];
        page.on('pageerror', (error) => objections.push(error.message));
        page.on('request', (request) => { if (!/^(file|data):/.test(request.url())) objections.push(`asks for ${request.url()}`); });
        page.on('dialog', (dialog) => { objections.push('a script of a draft ran'); dialog.dismiss(); });
        await page.setViewport({ width, height: 900 });
        await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
        await page.goto(`file://${file}`);
        if (process.env.SHOTS) await page.screenshot({ path: path.join(process.env.SHOTS, `${more.length > 0 ? 'shown' : 'masked'}-${width}-${scheme}.png`), fullPage: true });
        await page.evaluate(axe);
        const { violations, incomplete, passes } = await page.evaluate(() => globalThis.axe.run());
        for (const { id, impact } of [...violations, ...incomplete]) objections.push(`${id} (${impact})`);
        if (await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)) objections.push('wider than the screen');
        objections.push(...await filtered(page));
        tell(`HTML, ${kind}, ${width} px, ${scheme}`, `${version('axe-core')} in ${await browser.version()}`, objections, `, ${passes.length} rules passed`);
        await page.close();
      }
    }
    // Without scripts everything is told but the filter.
    const page = await browser.newPage();
    await page.setJavaScriptEnabled(false);
    await page.goto(`file://${file}`);
    const tree = JSON.stringify(await page.accessibility.snapshot({ interestingOnly: false }));
    const missing = ['UNSAFE', 'CONDITIONAL', 'SAFE', 'NOT EXAMINED', 'Why'].filter((words) => !tree.toUpperCase().includes(words.toUpperCase()));
    tell(`HTML, ${kind}, scripts off`, "Chromium's accessibility tree", missing.map((words) => `${words} is not in it`));
    await page.close();
  }
  await browser.close();
}

/** The filter, reached with Tab and set by typing: only unsafe texts stay in the table. */
async function filtered(page) {
  for (let steps = 0; steps < 40; steps += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(() => document.activeElement.tagName === 'SELECT')) {
      const before = await rows(page);
      await page.keyboard.type('unsafe');
      const after = await rows(page);
      return after > 0 && after < before ? [] : [`the filter shows ${after} of ${before} texts`];
    }
  }
  return ['Tab does not reach the filter'];
}

function rows(page) {
  return page.evaluate(() => [...document.querySelectorAll('tbody tr')].filter((row) => row.offsetParent !== null && row.querySelector('a, .tag, td')).length);
}

async function mcp() {
  const { Client } = require('@modelcontextprotocol/sdk/client/index.js');
  const { StdioClientTransport } = require('@modelcontextprotocol/sdk/client/stdio.js');
  const warned = [];
  console.warn = (...words) => warned.push(words.join(' '));
  const client = new Client({ name: 'outputs', version: '1.0.0' });
  await client.connect(new StdioClientTransport({ command: program, args: ['mcp'], cwd: folder, env: { HOME: folder, XDG_CONFIG_HOME: folder, XDG_DATA_HOME: folder } }));
  const objections = [];
  const { tools } = await client.listTools();
  if (tools.length !== 4) objections.push(`${tools.length} tools`);
  const reply = path.join(folder, 'reply.txt');
  for (const [name, args, meant] of [
    ['check', { text: DRAFT }, '"unsafe"'],
    ['rewrite', { text: DRAFT, reversible: true }, '[NAME_1]'],
    ['restore', { text: 'Dear [NAME_1], we call [PHONE_1].', output: reply }, 'reply.txt'],
    ['explain', { code: 'U1' }, '45 CFR'],
  ]) {
    const answer = JSON.stringify(await client.callTool({ name, arguments: args }));
    if (!answer.includes(meant) || answer.includes('Tamsin')) objections.push(`${name}: ${answer}`);
  }
  if (fs.readFileSync(reply, 'utf8') !== 'Dear Tamsin Quell, we call 479-555-0163.') objections.push('nothing was put back');
  await client.close();
  tell('MCP, four tools', version('@modelcontextprotocol/sdk'), [...objections, ...new Set(warned)]);
}

/** The snippets of the README, as their own programs run them before a commit: a bad file fails it, a clean one passes. */
function hooks() {
  const readme = fs.readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  const [, yaml, script] = readme.match(/For \[lefthook\][^`]*`lefthook.yml`[\s\S]*?```yaml\n([\s\S]*?)```\s*```sh\n([\s\S]*?)```/);
  const bin = path.join(folder, 'bin');
  fs.mkdirSync(bin);
  fs.symlinkSync(program, path.join(bin, 'safepaste'));
  const modules = path.join(path.resolve(process.env.MODULES), 'node_modules/.bin');
  const env = { ...home, PATH: `${bin}:${modules}:${process.env.PATH}` };
  for (const [tool, install] of [
    ['lefthook', (work, run) => { fs.writeFileSync(path.join(work, 'lefthook.yml'), yaml); run('lefthook', 'install'); }],
    ['husky', (work, run) => { run('husky'); fs.writeFileSync(path.join(work, '.husky/pre-commit'), script); }],
  ]) {
    const work = path.join(folder, tool);
    fs.mkdirSync(work);
    const run = (...command) => spawnSync(command[0], command.slice(1), { cwd: work, env, encoding: 'utf8' });
    const git = (...more) => run('git', '-c', 'user.name=A', '-c', 'user.email=a@b.example', ...more).status;
    git('init', '--quiet');
    install(work, run);
    const objections = [];
    fs.writeFileSync(path.join(work, 'page.md'), DRAFT);
    git('add', '--all');
    if (git('commit', '--quiet', '--message=bad') === 0) objections.push('an unsafe page was committed');
    fs.writeFileSync(path.join(work, 'page.md'), 'A cheerful caption about our pumpkin facial.\n');
    git('add', '--all');
    if (git('commit', '--quiet', '--message=clean') !== 0) objections.push('a clean page was kept back');
    tell(`the hook for ${tool}`, version(tool), objections);
  }
}

console.log('| output | tool | result |\n| --- | --- | --- |');
sarif();
json();
junit();
await html();
await mcp();
hooks();
fs.rmSync(folder, { recursive: true });
process.exit(broken > 0 ? 1 : 0);
