-- Comments: each line of the file named first is an article, a space, and the signature in its form; what is given second
-- makes the comments of this run different from those of any other. No two come from one block of addresses in a row.
-- An answer that does not lead to the comment is counted as wrong.
dofile("report.lua")
wrong, example = 0, nil
local articles, run, sent = {}, "", 0

function init(args)
  for line in io.lines(args[1]) do
    local path, token = line:match("^(%S+) (%S+)$")
    table.insert(articles, { path = path .. "comments/", token = token })
  end
  run = args[2]
  wrk.headers["Content-Type"] = "application/x-www-form-urlencoded"
  wrk.headers["Sec-Fetch-Site"] = "same-origin"
end

function request()
  sent = sent + 1
  local article = articles[sent % #articles + 1]
  local block = string.format("%d.%d.%d.1", 11 + math.floor(sent / 65536) % 100, math.floor(sent / 256) % 256, sent % 256)
  wrk.headers["X-Forwarded-For"] = block
  local body = "comment=The+ferry+was+late+again,+" .. run .. "-" .. sent .. ".&name=A+reader&token=" .. article.token
  return wrk.format("POST", article.path, nil, body)
end

function response(status, headers)
  if status ~= 303 or not (headers["Location"] or ""):find("#comment-", 1, true) then
    wrong = wrong + 1
    example = tostring(status)
  end
end
