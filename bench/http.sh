#!/usr/bin/env bash
# Times the service over HTTP against a bare echo on the same server: requests a second, latency and bytes, with wrk.
#
#   mvn -q -B -DskipTests package     # first, once
#   bench/http.sh [PROFILE]           # default: src/test/resources/benchmark/typical-12.json
#
# ROUNDS (5), SECONDS_EACH (10), WARM_UP (60 seconds each), CONNECTIONS (16), THREADS (2, of wrk) and JAVA_OPTIONS may be set.
# Three targets take turns, so that what else the machine does falls on all of them:
#   service   POST /v1/evaluations
#   echo      answers with the body it got
#   sized     answers with as many bytes as the service, read once
set -euo pipefail
home=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
profile=${1:-$home/src/test/resources/benchmark/typical-12.json}
rounds=${ROUNDS:-5} seconds=${SECONDS_EACH:-10} warm_up=${WARM_UP:-60} connections=${CONNECTIONS:-16} threads=${THREADS:-2}
jar="$home/target/indicia-all.jar"
if [ -n "${JAVA_HOME:-}" ]; then java="$JAVA_HOME/bin/java"; else java=java; fi

fail() {
  echo "http.sh: $1" >&2
  exit 1
}
for program in wrk curl "$java"; do
  command -v "$program" >/dev/null || fail "no-$(basename "$program"): It is needed here. Install it."
done
[ -f "$jar" ] && [ -d "$home/target/test-classes" ] || fail "not-built: Run 'mvn -q -B -DskipTests package' first."
[ -f "$profile" ] || fail "no-profile: '$profile' is not here."

work=$(mktemp -d)
started=()
stop() {
  [ ${#started[@]} -eq 0 ] || kill "${started[@]}" 2>/dev/null || true
  wait
  rm -rf "$work"
}
trap stop EXIT

# Starts a server in the background; its address is in $address when it listens.
start() {
  local name=$1
  shift
  "$java" ${JAVA_OPTIONS:-} "$@" >"$work/$name.log" 2>&1 &
  started+=($!)
  for _ in $(seq 300); do
    address=$(sed -n 's|.*listens on \(http://[0-9.:]*\).*|\1|p' "$work/$name.log")
    [ -z "$address" ] || return 0
    kill -0 $! 2>/dev/null || break
    sleep 0.1
  done
  cat "$work/$name.log" >&2
  fail "not-started: The lines above say why."
}

start service -jar "$jar" serve --port 0
service=$address/v1/evaluations
curl -fsS -o "$work/answer" -H 'Content-Type: application/json' --data-binary "@$profile" "$service" ||
  fail "refused: The service takes '$profile' for no profile."
start echo -cp "$jar:$home/target/test-classes" dev.indicia.benchmark.EchoService "$work/answer"
echo=$address/echo
sized=$address/sized

load() {
  wrk -t"$threads" -c"$connections" -d"$2"s --timeout 10s -s "$home/bench/post.lua" "$1" -- "$profile" |
    sed -n 's/^figures //p'
}

echo "Profile: $(wc -c <"$profile") bytes; answer: $(wc -c <"$work/answer") bytes"
echo "$("$java" -version 2>&1 | head -n 1); $(nproc) cores; $(uname -sm); load before: $(cut -d' ' -f1-3 /proc/loadavg)"
echo "wrk -t$threads -c$connections, $rounds rounds of $seconds s after $warm_up s of warming up each"
for target in service echo sized; do
  load "${!target}" "$warm_up" >/dev/null
done
for _ in $(seq "$rounds"); do
  for target in service echo sized; do
    load "${!target}" "$seconds" >>"$work/$target"
  done
done

# median (least to greatest) of a column
figure() {
  sort -n -k "$2,$2" "$1" |
    awk -v column="$2" '{ v[NR] = $column } END {
      m = NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2; printf "%g (%g to %g)", m, v[1], v[NR] }'
}
echo
echo "| | requests/s | p50, ms | p99, ms | MB/s | failures |"
echo "| --- | --- | --- | --- | --- | --- |"
for target in service echo sized; do
  echo "| $target | $(figure "$work/$target" 1) | $(figure "$work/$target" 2) | $(figure "$work/$target" 3) |" \
    "$(figure "$work/$target" 4) | $(awk '{ n += $5 } END { print n + 0 }' "$work/$target") |"
done
