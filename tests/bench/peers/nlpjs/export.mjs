// Writes the examples of all modules, those to come among them, as NLP.js reads them, and the held-out messages with "lang".
//   node export.mjs OUT    makes OUT/train.json and OUT/test.jsonl
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const root = join(import.meta.dirname, '../../../..');
const out = process.argv[2];
if (!out) { console.error('node export.mjs OUT'); process.exit(2); }
const lines = (path) => readFileSync(path, 'utf8').split('\n').map((l) => l.trim()).filter(Boolean);

const folders = ['docs/utterances-to-come', 'shared/Smss.Platform/Utterances',
  ...readdirSync(join(root, 'modules')).map((m) => `modules/${m}/Utterances`).filter((f) => existsSync(join(root, f)))];
const intents = new Map();
for (const folder of folders) {
  for (const file of readdirSync(join(root, folder)).filter((f) => /\.(pl|uk|en)\.txt$/.test(f)).sort()) {
    const [, name, lang] = /^(.+)\.(pl|uk|en)\.txt$/.exec(basename(file));
    // "Whatever it means, nobody is in danger" is no intent, and NLP.js cannot be taught it.
    if (name === 'no_crisis') continue;
    // NLP.js has an intent of its own for what it must refuse.
    const intent = name === 'out_of_scope' ? 'None' : name;
    if (!intents.has(intent)) intents.set(intent, { name: intent, examples: { pl: [], uk: [], en: [] } });
    intents.get(intent).examples[lang].push(...lines(join(root, folder, file)).filter((l) => !l.startsWith('#')));
  }
}
mkdirSync(out, { recursive: true });
writeFileSync(join(out, 'train.json'), JSON.stringify({ intents: [...intents.values()] }));
const test = ['pl', 'uk', 'en'].flatMap((lang) => lines(join(root, `tests/understanding/${lang}.jsonl`)).map((l) => JSON.parse(l)));
writeFileSync(join(out, 'test.jsonl'), test.map((t) => JSON.stringify({ text: t.text, lang: t.language, intent: t.intent })).join('\n') + '\n');
