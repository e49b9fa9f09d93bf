#!/usr/bin/env bash
# The figures of docs/benchmarks.md: this host, the bare durable limit (dlecho) and the reference bot stack (botbuilder behind
# offline-directline) in turn, ROUNDS times. Between two runs an hour apart one server differs by 20 to 50 % on a small
# machine; within a round the ratio holds. Needs node and npm. Loopback only, bounded in time. Usage: run.sh OUTDIR
set -eu
cd "$(dirname "$0")"
OUT=${1:?outdir}; mkdir -p "$OUT"; OUT=$(cd "$OUT" && pwd)
ROUNDS=${ROUNDS:-3} SECS=${SECS:-8} WARM=${WARM:-8} RUNS=${RUNS:-7} RATE=${RATE:-100}
SECRET=a-secret-for-measuring-only
LOAD=$PWD/dlload/bin/Release/net10.0/dlload ECHO=$PWD/dlecho/bin/Release/net10.0/dlecho BOT=$PWD/peers/botbuilder-echo
PIDS=()
stop() { for p in "${PIDS[@]}"; do kill "$p" 2>/dev/null || true; done; for p in "${PIDS[@]}"; do wait "$p" 2>/dev/null || true; done; PIDS=(); }
trap stop EXIT
ready() { for _ in $(seq 300); do (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null && return 0; sleep 0.1; done; echo "nothing listens on $1" >&2; return 1; }

for p in dlload dlecho; do dotnet build "$p" -c Release -v q --nologo | grep -E "error" || true; done
dotnet publish ../../host/Smss.Host -c Release -r linux-x64 --self-contained false -p:PublishReadyToRun=true -o "$OUT/host" -v q --nologo | grep -E "error" || true
[ -d "$BOT/node_modules" ] || (cd "$BOT" && npm ci --no-audit --no-fund >/dev/null)
[ -d "$OUT/webapp" ] || { dotnet new webapp -n floor -o "$OUT/floor" --no-https >/dev/null; echo '<Project />' | tee "$OUT/floor/Directory.Build.props" >"$OUT/floor/Directory.Packages.props"
  dotnet publish "$OUT/floor" -c Release -r linux-x64 --self-contained false -p:PublishReadyToRun=true -o "$OUT/webapp" -v q --nologo | grep -E "error" || true; }

# Only limits, the secret and the data path differ from what a newcomer runs; PostgreSQL by PG='Host=…'.
HOST=("$OUT/host/Smss.Host" --urls http://127.0.0.1:5000 "--Smss:Data:Path=$OUT/data" "--Smss:DirectLine:Secret=$SECRET"
  --Smss:Limits:TokensPerMinute=1000000 --Smss:Limits:PostsPerTenSeconds=1000000)
[ -z "${PG:-}" ] || HOST+=(--Smss:Database:Provider=postgres "--ConnectionStrings:Smss=$PG")

load() { # label, then options
  local label=$1; shift
  timeout 200 "$LOAD" --script utterances.txt --seconds "$SECS" --warmup "$WARM" --pid "$(IFS=,; echo "${PIDS[*]}")" --label "$label" --json "$OUT/$label.json" "$@" | sed -n '1,2p;/errors/p;/foreign/p' || true
}
bot() { node "$BOT/directline.mjs" --port 3000 >/dev/null 2>&1 & PIDS+=($!); node "$BOT/echo.mjs" --web express >/dev/null 2>&1 & PIDS+=($!); ready 3000; ready 3978; }
host() { "${HOST[@]}" >/dev/null 2>"$OUT/host.log" & PIDS+=($!); ready 5000; }
limit() { "$ECHO" --port 5080 --store full --db "$OUT/echo.db" >/dev/null 2>&1 & PIDS+=($!); ready 5080; }

host; stop # the first start ever makes database, keys, sample city and training cache
for r in $(seq "$ROUNDS"); do
  bot; load "botbuilder.$r" --users 50 --base http://127.0.0.1:3000 --prefix /directline --mode poll; stop
  bot; load "botbuilder-open.$r" --users 50 --rate "$RATE" --base http://127.0.0.1:3000 --prefix /directline --mode poll; stop
  limit; load "limit-ws.$r" --users 50 --base http://127.0.0.1:5080 --mode ws; stop; rm -f "$OUT"/echo.db*
  host; load "host-ws.$r" --users 50 --base http://127.0.0.1:5000 --auth token --secret "$SECRET" --mode ws; stop
  host; load "host-poll.$r" --users 50 --base http://127.0.0.1:5000 --auth token --secret "$SECRET" --mode poll; stop
  host; load "host-open.$r" --users 50 --rate "$RATE" --base http://127.0.0.1:5000 --auth token --secret "$SECRET" --mode ws; stop
done

first() { timeout 200 "$LOAD" first --runs "$RUNS" "$@"; }
first --label webapp --base http://127.0.0.1:5090 --get / --cwd "$OUT/webapp" --start "$OUT/webapp/floor --urls http://127.0.0.1:5090" | tee "$OUT/first-webapp.json"
first --label host --base http://127.0.0.1:5000 --auth token --secret "$SECRET" --start "${HOST[*]}" | tee "$OUT/first-host.json"
rm -rf "$OUT/data"
first --runs 1 --label host-ever --base http://127.0.0.1:5000 --auth token --secret "$SECRET" --start "${HOST[*]}" | tee "$OUT/first-ever.json"
python3 table.py "$OUT"
