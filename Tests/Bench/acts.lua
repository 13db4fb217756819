-- One wish after another that really changes something: every participant wishes every topic once, then takes each
-- wish back, and so on. Arguments: file of cookies, file of topics, gathering, counter file, run.
-- The counter file carries the place in the round from one run of wrk to the next.

local cookies, topics = {}, {}
local gathering, run
-- Not local: `done` asks the thread for them.
counterFile = ""
counter = 0

local function read(path, into)
    for line in io.lines(path) do into[#into + 1] = line end
end

local threads = {}

function setup(thread)
    threads[#threads + 1] = thread
end

function init(args)
    read(args[1], cookies)
    read(args[2], topics)
    gathering, counterFile, run = args[3], args[4], args[5]
    local file = io.open(counterFile)
    if file then
        counter = tonumber(file:read("*l"))
        file:close()
    end
end

function request()
    local person = counter % #cookies
    local topic = math.floor(counter / #cookies) % #topics
    local round = math.floor(counter / (#cookies * #topics))
    local path = "/g/" .. gathering .. "/proposals/" .. topics[topic + 1] .. "/wish"
    if round % 2 == 1 then path = path .. "/withdrawal" end
    counter = counter + 1
    return wrk.format("POST", path, {
        ["Content-Type"] = "application/x-www-form-urlencoded",
        ["Cookie"] = cookies[person + 1],
        ["Sec-Fetch-Site"] = "same-origin",
    }, string.format("act=bench-%s-%012d", run, counter))
end

function done()
    local file = io.open(threads[1]:get("counterFile") .. ".next", "w")
    file:write(threads[1]:get("counter"), "\n")
    file:close()
end
