-- wrk: posts the requests of a file, one a line, one after another, with a key.
local bodies = {}
for line in io.lines(os.getenv("REQUESTS")) do bodies[#bodies + 1] = line end
wrk.method = "POST"
wrk.path = "/api/v1/evaluations"
wrk.headers["Content-Type"] = "application/json"
wrk.headers["Authorization"] = "Bearer " .. os.getenv("KEY")
local at = 0
function request()
  at = at % #bodies + 1
  return wrk.format(nil, nil, nil, bodies[at])
end
function done(summary, latency)
  local e = summary.errors
  local broken = e.connect + e.read + e.write + e.timeout
  io.write(string.format("\n{\"requests\":%d,\"microseconds\":%d,\"status\":%d,\"broken\":%d,\"p99\":%d}\n",
    summary.requests, summary.duration, e.status, broken, latency:percentile(99)))
end
