-- Many pages: the addresses of the file named first, one a line. They are asked for by chance, or in turn where a second
-- word says so. An answer that is not 200 is counted as wrong.
dofile("report.lua")
wrong, example = 0, nil
local requests, asked, in_turn = {}, 0, false

function init(args)
  for path in io.lines(args[1]) do
    table.insert(requests, wrk.format("GET", path))
  end
  in_turn = args[2] == "in-turn"
  -- Each thread begins elsewhere.
  asked = number * math.floor(#requests / 2)
  math.randomseed(1 + number)
end

function request()
  asked = asked + 1
  return requests[in_turn and asked % #requests + 1 or math.random(#requests)]
end

function response(status)
  if status ~= 200 then
    wrong = wrong + 1
    example = tostring(status)
  end
end
