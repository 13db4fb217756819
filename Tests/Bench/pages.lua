-- The phone page, each time for another participant. Arguments: file of cookies, path.

local cookies, path = {}, ""
local counter = 0

function init(args)
    for line in io.lines(args[1]) do cookies[#cookies + 1] = line end
    path = args[2]
end

function request()
    counter = counter + 1
    return wrk.format("GET", path, { ["Cookie"] = cookies[counter % #cookies + 1], ["Accept-Encoding"] = "identity" })
end
