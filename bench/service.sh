# For the scripts beside it, which source it: what they need, and servers that run until the script ends.

home=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
jar="$home/target/indicia-all.jar"
bin=${JAVA_HOME:+$JAVA_HOME/bin/}
java="${bin}java"

fail() {
  echo "$(basename "$0"): $1" >&2
  exit 1
}

# needs PROGRAM...: they can be run, and the program is built.
needs() {
  local program
  for program in "$@"; do
    command -v "$program" >/dev/null || fail "no-$(basename "$program"): It is needed here. Install it."
  done
  [ -f "$jar" ] || fail "not-built: Run 'mvn -q -B -DskipTests package' first."
}

work=$(mktemp -d)
started=()
stop() {
  [ ${#started[@]} -eq 0 ] || kill "${started[@]}" 2>/dev/null || true
  wait
  rm -rf "$work"
}
trap stop EXIT

# start NAME ARGUMENT...: a server in the background, with JAVA_OPTIONS; when it listens, its address is in $address. What it
# says is in $work/NAME.log.
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

# What the machine is, in a line.
machine() {
  echo "$("$java" -version 2>&1 | head -n 1); $(nproc) cores; $(uname -sm); load before: $(cut -d' ' -f1-3 /proc/loadavg)"
}
