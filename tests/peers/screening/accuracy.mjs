// What ours and the peers notice on our unseen set: usage: node accuracy.mjs [GUIDANCEBOT]
// redact-pii looks for identifiers, obscenity for offensive words; each is asked about the messages that it is made for.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const here = name => fileURLToPath(new URL(name, import.meta.url));
const file = here('../../regression/unseen.jsonl');
const bot = process.argv[2] ?? here('../../../src/GuidanceBot/bin/Release/net10.0/guidancebot');
const lines = text => text.trim().split('\n').map(line => JSON.parse(line));
const run = (program, ...args) => lines(execFileSync(program, args, { encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'ignore'] }));

const messages = lines(readFileSync(file, 'utf8'));
const clean = messages.filter(m => m.labels.includes('clean'));
const ours = new Map(run(bot, 'screen', file).map(r => [r.id, r]));
const says = (...categories) => m => ours.get(m.id).findings.some(f => categories.includes(f.category));
const peer = name => { const seen = new Map(run('node', here('peer.mjs'), name, file).map(r => [r.id, r.seen])); return m => seen.get(m.id); };

const harsh = ['disparaging_patient', 'disparaging_colleague_or_employer', 'harassment_or_threat'];
const rows = [
  ['a patient\'s identifier', ['patient_identifier'], 'GuidanceBot', says('patient_identifier')],
  ['', ['patient_identifier'], 'redact-pii', peer('redact-pii')],
  ['contempt, threats, hate', harsh, 'GuidanceBot', says(...harsh)],
  ['', harsh, 'obscenity', peer('obscenity')],
];
console.log('| messages with | tool | noticed | clean messages flagged |\n|---|---|---|---|');
for (const [what, labels, tool, sees] of rows) {
  const risky = messages.filter(m => m.labels.some(l => labels.includes(l)));
  console.log(`| ${what} | ${tool} | ${risky.filter(sees).length} of ${risky.length} | ${clean.filter(sees).length} of ${clean.length} |`);
}
