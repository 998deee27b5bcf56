// One peer over a file of messages: usage: node peer.mjs redact-pii|obscenity MESSAGES.jsonl
import { createInterface } from 'node:readline';
import { createReadStream } from 'node:fs';

const [, , name, file] = process.argv;
let sees;
if (name === 'redact-pii') {
  const { SyncRedactor } = (await import('redact-pii')).default;
  const redactor = new SyncRedactor();
  sees = text => redactor.redact(text) !== text;
} else {
  const { RegExpMatcher, englishDataset, englishRecommendedTransformers } = await import('obscenity');
  const matcher = new RegExpMatcher({ ...englishDataset.build(), ...englishRecommendedTransformers });
  sees = text => matcher.hasMatch(text);
}

let out = '';
for await (const line of createInterface({ input: createReadStream(file) })) {
  if (!line) continue;
  const { id, text } = JSON.parse(line);
  out += JSON.stringify({ id, seen: sees(text) }) + '\n';
  if (out.length > 1 << 20) { process.stdout.write(out); out = ''; }
}
process.stdout.write(out);
