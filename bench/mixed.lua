-- For wrk: what honest and careless clients ask for, in turns, each connection pausing between two. Prints one line:
-- requests, p50 and p99 in milliseconds, connections that failed.

local requests = {}
local turn = 0

local function post(kind, body)
  table.insert(requests, wrk.format("POST", "/v1/evaluations", { ["Content-Type"] = kind }, body))
end

local function ask(method, path)
  table.insert(requests, wrk.format(method, path, {}))
end

function init(args)
  for _, path in ipairs(args) do
    local file = assert(io.open(path, "rb"))
    post("application/json", file:read("*a"))
    file:close()
  end
  post("application/json", '{"profileVersion":1,"kind":"synthetic","residences":[{"place":"none"}]}')
  post("application/json", '{"profileVersion":1,,"kind":"synthetic"}')
  post("text/plain", "{}")
  post("application/json", string.rep(" ", 300000))
  ask("GET", "/v1/indicators")
  ask("GET", "/v1/excerpts")
  ask("GET", "/v1/nothing-here")
  ask("GET", "/metrics")
  ask("DELETE", "/v1/rulebook")
end

function request()
  turn = turn % #requests + 1
  return requests[turn]
end

function delay()
  return 100
end

function done(summary, latency, _)
  local errors = summary.errors
  io.write(string.format("figures %d %.2f %.1f %d\n",
    summary.requests,
    latency:percentile(50) / 1e3,
    latency:percentile(99) / 1e3,
    errors.connect + errors.read + errors.write + errors.timeout))
end
