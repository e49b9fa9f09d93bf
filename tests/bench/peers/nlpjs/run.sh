#!/usr/bin/env bash
# NLP.js on the same examples and the same held-out messages: tests/bench/peers/nlpjs/run.sh [OUT]
set -euo pipefail
cd "$(dirname "$0")"
out=${1:-$(mktemp -d /tmp/nlpjs-XXXXXX)}
npm ci --silent --ignore-scripts
node export.mjs "$out"
for lang in pl uk en; do node evaluate.mjs "$out/train.json" "$out/test.jsonl" --lang "$lang" --sweep; done
