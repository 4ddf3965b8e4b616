-- For wrk: posts a file, and prints one line: requests/s, p50 and p99 in milliseconds, MB/s, failures.

function init(args)
  local file = assert(io.open(args[1], "rb"))
  wrk.method = "POST"
  wrk.headers["Content-Type"] = "application/json"
  wrk.body = file:read("*a")
  file:close()
end

function done(summary, latency, requests)
  local errors = summary.errors
  local failed = errors.connect + errors.read + errors.write + errors.timeout + errors.status
  local seconds = summary.duration / 1e6
  io.write(string.format("figures %.0f %.3f %.3f %.1f %d\n",
    summary.requests / seconds,
    latency:percentile(50) / 1e3,
    latency:percentile(99) / 1e3,
    summary.bytes / seconds / 1e6,
    failed))
end
