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
. "$(dirname "${BASH_SOURCE[0]}")/service.sh"
profile=${1:-$home/src/test/resources/benchmark/typical-12.json}
rounds=${ROUNDS:-5} seconds=${SECONDS_EACH:-10} warm_up=${WARM_UP:-60} connections=${CONNECTIONS:-16} threads=${THREADS:-2}

needs wrk curl "$java"
[ -d "$home/target/test-classes" ] || fail "not-built: Run 'mvn -q -B -DskipTests package' first."
[ -f "$profile" ] || fail "no-profile: '$profile' is not here."

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
machine
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
