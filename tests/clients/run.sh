#!/usr/bin/env bash
# Starts a built host on data of its own and lets the client of the field talk to it: tests/clients/run.sh [Release|Debug]
# Ends with "N passed, N failed"; the exit code says the same.
set -euo pipefail
cd "$(dirname "$0")"
root=$(cd ../.. && pwd)
configuration=${1:-Release}
secret=secret-of-the-client-run
data=$(mktemp -d)
port=$(node -e 'const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); })')
host=
trap 'if [ -n "$host" ]; then kill "$host" 2>/dev/null || true; wait "$host" 2>/dev/null || true; fi; rm -rf "$data"' EXIT

for lock in */package-lock.json; do
  if grep -nE '"resolved"' "$lock"; then
    echo "$lock names a registry; npm must be run with omit-lockfile-registry-resolved=true (.npmrc)."
    echo '0 passed, 1 failed'
    exit 1
  fi
done
(cd directlinejs && npm ci --silent)

cd "$root/host/Smss.Host"
dotnet "bin/$configuration/net10.0/Smss.Host.dll" --urls "http://127.0.0.1:$port" "--Smss:Data:Path=$data" \
  "--Smss:DirectLine:Secret=$secret" --Smss:Limits:TokensPerMinute=1000 2> "$data/host.log" &
host=$!
for _ in $(seq 300); do
  if curl -sf "http://127.0.0.1:$port/healthz" > /dev/null; then break; fi
  if ! kill -0 "$host" 2>/dev/null; then break; fi
  sleep 0.2
done
if ! curl -sf "http://127.0.0.1:$port/healthz" > /dev/null; then
  tail -20 "$data/host.log"
  echo '0 passed, 1 failed'
  exit 1
fi
node "$root/tests/clients/directlinejs/scenarios.mjs" "http://127.0.0.1:$port" "$secret"
