#!/usr/bin/env bash
# Everything there is to test: tests/run.sh [suite…]      (unit architecture host plugins browser clients faults; default: all)
# Installs what Debian lacks, starts a PostgreSQL of its own on loopback, ends with "N passed, N failed".
set -uo pipefail
cd "$(dirname "$0")/.."
work=$(mktemp -d /tmp/smss-tests-XXXXXX)
passed=0 failed=0 skipped=0 postgres=

trap 'stop_postgres; rm -rf "$work"' EXIT

main() {
  local suites=("$@")
  [ $# -gt 0 ] || suites=(unit architecture host plugins browser clients faults)
  install_missing || give_up 'What the tests need could not be installed.'
  start_postgres || give_up "PostgreSQL did not start: $(tail -3 "$work/postgres.log" 2>/dev/null)"
  dotnet build Smss.Modular.sln -c Release --nologo -v q || give_up 'The build failed.'
  for suite in "${suites[@]}"; do "$suite"; done
  [ "$skipped" = 0 ] || echo "$skipped skipped; the reasons stand above."
  echo "$passed passed, $failed failed"
  [ "$failed" = 0 ] && [ "$passed" != 0 ]
}

unit() { dotnet_tests Smss.Unit.Tests; }
architecture() { dotnet_tests Smss.Architecture.Tests; }
host() { dotnet_tests Smss.Host.Tests; }
plugins() { dotnet_tests Smss.Plugin.Tests; }
browser() { (cd tests/clients/webchat && npm ci --silent --ignore-scripts); dotnet_tests Smss.Browser.Tests; }
clients() { counted clients bash tests/clients/run.sh Release; }

# kill -9 during load, 20 rounds on each database.
faults() {
  dotnet build tests/faults -c Release --nologo -v q || { failed=$((failed + 1)); return; }
  counted 'faults on SQLite' dotnet tests/faults/bin/Release/net10.0/Smss.Faults.dll --database sqlite
  counted 'faults on PostgreSQL' dotnet tests/faults/bin/Release/net10.0/Smss.Faults.dll --database postgres
}

dotnet_tests() {
  echo "== $1"
  dotnet "tests/$1/bin/Release/net10.0/$1.dll" -noColor 2>&1 | tee "$work/log"
  local total errors failures skips
  read -r total errors failures skips < <(sed -nE 's/.*Total: ([0-9]+), Errors: ([0-9]+), Failed: ([0-9]+), Skipped: ([0-9]+).*/\1 \2 \3 \4/p' "$work/log" | tail -1)
  # No summary: the run itself broke.
  [ -n "${total:-}" ] || { failed=$((failed + 1)); return; }
  passed=$((passed + total - failures - skips)) failed=$((failed + errors + failures)) skipped=$((skipped + skips))
}

# Runs what ends with a line "N passed, N failed" of its own.
counted() {
  echo "== $1"
  "${@:2}" 2>&1 | tee "$work/log"
  local exit=${PIPESTATUS[0]} good bad
  read -r good bad < <(sed -nE 's/^([0-9]+) passed, ([0-9]+) failed.*/\1 \2/p' "$work/log" | tail -1)
  [ "$exit" = 0 ] || [ "${bad:-0}" != 0 ] || bad=1
  passed=$((passed + ${good:-0})) failed=$((failed + ${bad:-1}))
}

install_missing() {
  local packages=()
  command -v chromium > /dev/null || packages+=(chromium)
  command -v node > /dev/null || packages+=(nodejs)
  command -v npm > /dev/null || packages+=(npm)
  command -v curl > /dev/null || packages+=(curl)
  [ -n "$(postgres_bin)" ] || packages+=(postgresql)
  [ ${#packages[@]} -gt 0 ] || return 0
  if [ "$(id -u)" != 0 ]; then
    echo "Missing: ${packages[*]}. Run once as root: apt-get install --no-install-recommends ${packages[*]}"
    return 1
  fi
  # Debian would start a server of its own beside ours; a policy that says no keeps it from that.
  local policy=/usr/sbin/policy-rc.d
  if [ ! -e "$policy" ]; then printf '#!/bin/sh\nexit 101\n' > "$policy" && chmod +x "$policy" && trap 'rm -f "$policy"' RETURN; fi
  apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "${packages[@]}"
}

postgres_bin() { ls -d /usr/lib/postgresql/*/bin 2> /dev/null | sort -V | tail -1; }

# PostgreSQL refuses to run as root; its package made a user for it.
as_postgres() { if [ "$(id -u)" = 0 ]; then (cd / && setpriv --reuid=postgres --regid=postgres --init-groups -- "$@"); else "$@"; fi; }

start_postgres() {
  local bin port
  bin=$(postgres_bin)
  port=$(node -e 'const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); })')
  chmod 755 "$work" && mkdir "$work/postgres" && touch "$work/postgres.log"
  [ "$(id -u)" != 0 ] || chown postgres "$work/postgres" "$work/postgres.log"
  as_postgres "$bin/initdb" -D "$work/postgres/data" -U smss -A trust --no-locale -E UTF8 > "$work/initdb.log" || return 1
  as_postgres "$bin/pg_ctl" -D "$work/postgres/data" -l "$work/postgres.log" -w start > "$work/pg_ctl.log" \
    -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories=$work/postgres -c max_connections=400 -c shared_buffers=64MB" || return 1
  postgres="$bin/pg_ctl"
  export SMSS_TEST_POSTGRES="Host=127.0.0.1;Port=$port;Username=smss;Database=postgres"
}

stop_postgres() {
  [ -z "$postgres" ] || as_postgres "$postgres" -D "$work/postgres/data" -m immediate stop > /dev/null 2>&1
}

give_up() {
  echo "$1"
  echo "$passed passed, $((failed + 1)) failed"
  exit 1
}

main "$@"
