-- What a run of wrk found, as one line of JSON. A script that counts answers it did not want keeps their number in
-- `wrong` and one of them in `example`.
local threads = {}

function setup(thread)
  thread:set("number", #threads)
  table.insert(threads, thread)
end

function done(summary, latency)
  local wrong, example = 0, ""
  for _, thread in ipairs(threads) do
    wrong = wrong + (thread:get("wrong") or 0)
    example = thread:get("example") or example
  end
  local errors = summary.errors
  io.write(string.format(
    '\n{"requests": %d, "seconds": %.6f, "bytes": %d, "p50": %.4f, "p99": %.4f, "refused": %d, "broken": %d, "late": %d, "wrong": %d, "example": "%s"}\n',
    summary.requests, summary.duration / 1e6, summary.bytes,
    latency:percentile(50) / 1e3, latency:percentile(99) / 1e3,
    errors.status, errors.connect + errors.read + errors.write, errors.timeout, wrong, example
  ))
end
