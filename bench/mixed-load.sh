#!/usr/bin/env bash
# Keeps the service busy with what is answered and what is refused, with wrk, and looks once a minute at what it holds.
#
#   mvn -q -B -DskipTests package     # first, once
#   bench/mixed-load.sh [MINUTES]     # default: 30
#
# WARM_UP (120 seconds), CONNECTIONS (8) and JAVA_OPTIONS (-Xmx512m) may be set. Prints, for each minute, what is live after
# a full collection, threads, descriptors and resident memory; then all answers by route and status. Ends with 1 if a
# connection failed, an answer was of another kind than those that the requests have, or something was logged.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/service.sh"
minutes=${1:-30} connections=${CONNECTIONS:-8} JAVA_OPTIONS=${JAVA_OPTIONS:--Xmx512m}
jcmd="${bin}jcmd"

needs wrk curl "$java" "$jcmd"
start service -jar "$jar" serve --port 0
service=${started[0]}

load() {
  wrk -t1 -c"$connections" -d"$1"s --timeout 30s -s "$home/bench/mixed.lua" "$address" -- \
    "$home"/src/test/resources/benchmark/*.json | sed -n 's/^figures //p'
}

# live bytes, threads, descriptors, resident kB
look() {
  echo "$("$jcmd" "$service" GC.class_histogram | awk 'END { print $NF }')" \
    "$(ls "/proc/$service/task" | wc -l) $(ls "/proc/$service/fd" | wc -l)" \
    "$(awk '/^VmRSS/ { print $2 }' "/proc/$service/status")"
}

machine
load "${WARM_UP:-120}" >/dev/null
load $((minutes * 60)) >"$work/figures" &
loading=$!
echo "| minute | live, MB | threads | descriptors | resident, MB |"
echo "| --- | --- | --- | --- | --- |"
for minute in $(seq "$minutes"); do
  sleep 55
  look >>"$work/looks"
  tail -n 1 "$work/looks" |
    awk -v minute="$minute" '{ printf "| %d | %.2f | %d | %d | %.0f |\n", minute, $1 / 1e6, $2, $3, $4 / 1e3 }'
done
wait "$loading"
curl -fsS "$address/metrics" >"$work/metrics"

awk '
  { for (i = 1; i <= 4; i++) { if (NR == 1 || $i < least[i]) least[i] = $i; if ($i > most[i]) most[i] = $i } }
  END {
    printf "\nLive %.2f to %.2f MB, %.1f %% apart; threads %d to %d; descriptors %d to %d; resident %.0f to %.0f MB\n",
      least[1] / 1e6, most[1] / 1e6, 100 * (most[1] / least[1] - 1), least[2], most[2], least[3], most[3],
      least[4] / 1e3, most[4] / 1e3 }' "$work/looks"
awk '{ printf "%d requests, p50 %s ms, p99 %s ms, %d connections failed\n", $1, $2, $3, $4 }' "$work/figures"
echo
sed -n 's|^indicia_http_requests_seconds_count{route="\(.*\)",status="\(.*\)"} \(.*\)|\1 \2 \3|p' "$work/metrics" |
  sort >"$work/answers"
echo "| route | status | answers |"
echo "| --- | --- | --- |"
awk '{ printf "| %s | %s | %d |\n", $1, $2, $3 }' "$work/answers"

expected="/metrics 200
/v1/evaluations 200
/v1/evaluations 400
/v1/evaluations 413
/v1/evaluations 415
/v1/evaluations 422
/v1/excerpts 200
/v1/indicators 200
/v1/rulebook 405
none 404"
[ "$(cut -d' ' -f1,2 "$work/answers")" = "$expected" ] || fail "other-answers: The table shows them."
[ "$(awk '{ print $4 }' "$work/figures")" = 0 ] || fail "connections-failed: Their number stands above."
if grep -v -e 'event=started$' -e 'listens on' "$work/service.log" >&2; then
  fail "logged: The lines above were."
fi
