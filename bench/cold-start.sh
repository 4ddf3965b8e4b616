#!/usr/bin/env bash
# Times starts, from the call to the first byte on standard output (evaluate) and to the first 200 of /readyz (serve), with
# and without the class archive that ./indicia keeps.
#
#   bench/cold-start.sh [RUNS]        # 15 runs of each by default, in turns
#
# PROFILE may be set; default: src/test/resources/benchmark/typical-12.json.
set -euo pipefail
home=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
runs=${1:-15}
profile=${PROFILE:-$home/src/test/resources/benchmark/typical-12.json}
jar="$home/target/indicia-all.jar"
archive="$home/target/indicia.jsa"
if [ -n "${JAVA_HOME:-}" ]; then java="$JAVA_HOME/bin/java"; else java=java; fi

# Builds the program and its archive if they are missing or stale.
"$home/indicia" evaluate "$profile" >/dev/null
[ -f "$archive" ] || {
  echo "cold-start.sh: no-archive: ./indicia made no class archive with this Java." >&2
  exit 1
}

# As ./indicia starts Java.
encoding=(-Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8)
quick=(-XX:TieredStopAtLevel=1 -XX:+UseSerialGC
  -XX:+IgnoreUnrecognizedVMOptions -XX:+UnlockDiagnosticVMOptions -XX:ArchiveRelocationMode=0)
archived=(-XX:SharedArchiveFile="$archive" -Xlog:disable)

work=$(mktemp -d)
serving=
stop() {
  [ -z "$serving" ] || kill "$serving" 2>/dev/null || true
  rm -rf "$work"
}
trap stop EXIT

# Microseconds since a moment.
since() {
  local now=${EPOCHREALTIME/[.,]/}
  echo $((now - ${1/[.,]/}))
}

# evaluate NAME COMMAND...: to the first byte; the rest is read before the next run.
evaluate() {
  local name=$1 begun
  shift
  begun=$EPOCHREALTIME
  exec 3< <(exec "$@" evaluate --format json "$profile" 2>/dev/null)
  read -r -N 1 -u 3 || {
    echo "cold-start.sh: no-answer: $name wrote nothing." >&2
    exit 1
  }
  since "$begun" >>"$work/$name"
  cat <&3 >/dev/null
  exec 3<&-
}

# serve NAME COMMAND...: to the first 200; it is asked as soon as it says where it listens.
serve() {
  local name=$1 begun line address status=
  shift
  mkfifo "$work/said"
  begun=$EPOCHREALTIME
  "$@" serve --port 0 2>"$work/said" &
  serving=$!
  exec 3<"$work/said"
  while read -r -u 3 line; do
    [[ $line =~ listens\ on\ http://([0-9.]+):([0-9]+) ]] || continue
    exec 4<>"/dev/tcp/${BASH_REMATCH[1]}/${BASH_REMATCH[2]}"
    printf 'GET /readyz HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n' "${BASH_REMATCH[1]}" >&4
    read -r -u 4 status
    break
  done
  [[ $status == *" 200 "* ]] || {
    echo "cold-start.sh: not-ready: $name answered '$status'." >&2
    exit 1
  }
  since "$begun" >>"$work/$name"
  exec 4<&- 4>&-
  kill "$serving"
  cat <&3 >/dev/null
  wait "$serving" || true
  serving=
  exec 3<&-
  rm "$work/said"
}

names=(
  "evaluate, no archive"
  "evaluate, archive"
  "./indicia evaluate"
  "serve, no archive"
  "serve, archive"
  "./indicia serve"
)
run() {
  evaluate "${names[0]}" "$java" "${encoding[@]}" "${quick[@]}" -jar "$jar"
  evaluate "${names[1]}" "$java" "${encoding[@]}" "${quick[@]}" "${archived[@]}" -jar "$jar"
  evaluate "${names[2]//\//_}" "$home/indicia"
  serve "${names[3]}" "$java" "${encoding[@]}" -jar "$jar"
  serve "${names[4]}" "$java" "${encoding[@]}" "${archived[@]}" -jar "$jar"
  serve "${names[5]//\//_}" "$home/indicia"
}

echo "$("$java" -version 2>&1 | head -n 1); $(nproc) cores; $(uname -sm); load before: $(cut -d' ' -f1-3 /proc/loadavg)"
echo "$runs runs of each, in turns, after one that is not counted"
run
rm -f "$work"/*
for _ in $(seq "$runs"); do
  run
done

echo
echo "| | median, ms | least to greatest, ms |"
echo "| --- | --- | --- |"
for name in "${names[@]}"; do
  sort -n "$work/${name//\//_}" |
    awk -v name="$name" '{ v[NR] = $1 / 1000 } END {
      m = NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2
      printf "| `%s` | %.0f | %.0f to %.0f |\n", name, m, v[1], v[NR] }'
done
