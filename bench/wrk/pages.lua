-- Many pages in turn: the addresses of the file named first, one a line, from the line whose number is given second.
-- Each thread takes every address that no other takes. An answer that is not 200 is counted as wrong.
dofile("report.lua")
wrong, example = 0, nil
local requests, asked = {}, 0

function init(args)
  for path in io.lines(args[1]) do
    table.insert(requests, wrk.format("GET", path))
  end
  asked = tonumber(args[2]) + number
  step = tonumber(args[3])
end

function request()
  asked = asked + step
  return requests[asked % #requests + 1]
end

function response(status)
  if status ~= 200 then
    wrong = wrong + 1
    example = tostring(status)
  end
end
