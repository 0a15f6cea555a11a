-- Copies what people write to Belisha, and keeps each copy on disk until Belisha says that it is stored.
--
-- Load it on each VirtualHost and each MUC component; README.md beside this file shows how. Copies are forwarded stanzas
-- (XEP-0297) that ask for a receipt (XEP-0184). Belisha says that it is listening with an available presence.

local st = require "util.stanza";
local jid_bare = require "util.jid".bare;
local jid_host = require "util.jid".host;
local new_id = require "util.id".long;
local parse = require "util.xml".parse;
local now = require "util.time".now;
local datamanager = require "util.datamanager";

local xmlns_copy = "urn:belisha:copy:1";
local xmlns_receipts = "urn:xmpp:receipts";
local component = assert(module:get_option_string("belisha_component"), "belisha_component is not set");
local window = module:get_option_number("belisha_window", 200); -- copies on their way at once
local rewrite_from = module:get_option_number("belisha_journal_bytes", 1048576);
local most_members = 50;

-- What says nothing by itself, and is not copied when there is nothing else in a message.
local silent = {
	["http://jabber.org/protocol/chatstates"] = true, ["urn:xmpp:receipts"] = true,
	["urn:xmpp:chat-markers:0"] = true, ["urn:xmpp:hints"] = true,
};

local references = {
	["urn:xmpp:message-correct:0"] = "replace", ["urn:xmpp:reply:0"] = "reply", ["urn:xmpp:fasten:0"] = "apply-to",
	["urn:xmpp:message-retract:0"] = "retract", ["urn:xmpp:message-retract:1"] = "retract",
};
local numbers = require "util.cache".new(10000);

-- The journal: one copy a line. Beside it stands up to which byte everything is confirmed.
local path = datamanager.getpath("copies", module.host, "belisha", "journal", true);
local mark_path = path..".confirmed";
local writer, reader, mark;
local written, read_at = 0, 0; -- sizes in bytes
local on_the_way, first, last = {}, 1, 0; -- a queue of { stamp, offset, confirmed }
local by_stamp = {};
local listening = false;

local function save_mark(offset)
	assert(mark:seek("set", 0));
	assert(mark:write(("%020d"):format(offset)));
	assert(mark:flush());
end

local function open_journal()
	writer = assert(io.open(path, "ab"));
	reader = assert(io.open(path, "rb"));
	mark = io.open(mark_path, "r+b") or assert(io.open(mark_path, "w+b"));
	written = reader:seek("end");
	local confirmed = tonumber(mark:read("*a") or "") or 0;
	if confirmed > written then
		confirmed = 0; -- a journal of another time: rather a copy twice than one lost
	end
	if written > 0 then
		reader:seek("set", written - 1);
		if reader:read(1) ~= "\n" then -- a line that was cut off by a fault
			assert(writer:write("\n"));
			assert(writer:flush());
			written = written + 1;
		end
	end
	read_at = confirmed;
end

local function close_journal()
	writer:close(); reader:close(); mark:close();
end

local function empty_journal()
	save_mark(0); -- first: a fault in between gives copies twice, and loses none
	close_journal();
	assert(io.open(path, "wb")):close();
	open_journal();
end

-- Sends what is on disk, as long as somebody listens and not too much is on its way.
local function send_more()
	while listening and last - first + 1 < window and read_at < written do
		assert(reader:seek("set", read_at));
		local line = reader:read("*l");
		local offset = read_at;
		read_at = read_at + #line + 1;
		local copy = parse(line);
		last = last + 1;
		if copy then
			on_the_way[last] = { stamp = copy.attr.id, offset = offset };
			by_stamp[copy.attr.id] = on_the_way[last];
			module:send(copy);
		else
			on_the_way[last] = { offset = offset, confirmed = true };
			module:log("error", "Line at byte %d of %s is damaged and was passed over", offset, path);
		end
	end
end

local function confirm(stamp)
	local entry = by_stamp[stamp];
	if not entry then return; end
	entry.confirmed = true;
	local moved = false;
	while on_the_way[first] and on_the_way[first].confirmed do
		if on_the_way[first].stamp then by_stamp[on_the_way[first].stamp] = nil; end
		on_the_way[first] = nil;
		first = first + 1;
		moved = true;
	end
	if moved then
		local offset = on_the_way[first] and on_the_way[first].offset or read_at;
		if offset == written and written > rewrite_from then empty_journal(); else save_mark(offset); end
	end
	send_more();
end

local function begin_again()
	local entry = on_the_way[first];
	if entry then read_at = entry.offset; end
	on_the_way, by_stamp, first, last = {}, {}, 1, 0;
	listening = true;
	send_more();
end

-- Clients number their own messages; which copy such a number means is remembered for a while.
local function conversation_of(facts)
	if facts.room then return facts.room; end
	return facts.from < facts.to and facts.from.." "..facts.to or facts.to.." "..facts.from;
end

local function copy_meant(stanza, conversation)
	for xmlns, name in pairs(references) do
		local reference = stanza:get_child(name, xmlns);
		if reference and reference.attr.id then return numbers:get(conversation.."\n"..reference.attr.id); end
	end
end

local function keep(stanza, facts)
	local inner, stamp, conversation = st.clone(stanza), new_id(), conversation_of(facts);
	inner.attr.xmlns = "jabber:client";
	facts.refers = copy_meant(stanza, conversation);
	if stanza.attr.id then numbers:set(conversation.."\n"..stanza.attr.id, stamp); end
	facts.xmlns, facts.at = xmlns_copy, ("%.3f"):format(now());
	local copy = st.message({ from = module.host, to = component, id = stamp })
		:tag("copy", facts):up()
		:tag("request", { xmlns = xmlns_receipts }):up()
		:tag("forwarded", { xmlns = "urn:xmpp:forward:0" }):add_child(inner):up();
	local line = tostring(copy):gsub("\n", "&#10;"):gsub("\r", "&#13;");
	assert(writer:write(line, "\n"));
	assert(writer:flush());
	written = written + #line + 1;
	send_more();
end

-- Whatever goes wrong here, people's messages pass.
local function keep_safely(stanza, facts)
	local fine, trouble = pcall(keep, stanza, facts);
	if not fine then module:log("error", "A message was not copied to %s: %s", path, trouble); end
end

local function says_something(stanza)
	if stanza.attr.type == "error" then return false; end
	for _, child in ipairs(stanza.tags) do
		if not silent[child.attr.xmlns or ""] then return true; end
	end
	return false;
end

local function room_on(host)
	local there = prosody.hosts[host];
	return there and there.modules.muc and there.modules.belisha;
end

local function from_here(event)
	local stanza = event.stanza;
	local to = stanza.attr.to;
	if not to or jid_host(stanza.attr.from) ~= module.host then return; end
	local to_host = jid_host(to);
	if to_host == module.host and not to:find("@", 1, true) then return; end
	-- What goes into a room of ours is copied there, where everybody's true address is known.
	if says_something(stanza) and not room_on(to_host) then
		keep_safely(stanza, { from = jid_bare(stanza.attr.from), to = jid_bare(to) });
		if to_host == component then return true; end -- an answer to a notice: the copy brings it, also after an outage
	end
end

local function from_elsewhere(event)
	local stanza = event.stanza;
	local from_host = jid_host(stanza.attr.from);
	if not from_host or prosody.hosts[from_host] or not says_something(stanza) then return; end
	keep_safely(stanza, { from = jid_bare(stanza.attr.from), to = jid_bare(stanza.attr.to) });
end

local asked = { subscribe = true, subscribed = true, unsubscribed = true };

local function asked_here(event)
	local to = event.stanza.attr.to;
	if asked[event.stanza.attr.type] and to and jid_host(to) ~= component then
		keep_safely(event.stanza, { from = jid_bare(event.stanza.attr.from), to = jid_bare(to) });
	end
end

local function asked_elsewhere(event)
	local from_host = jid_host(event.stanza.attr.from);
	if asked[event.stanza.attr.type] and from_host and not prosody.hosts[from_host] then
		keep_safely(event.stanza, { from = jid_bare(event.stanza.attr.from), to = jid_bare(event.stanza.attr.to) });
	end
end

local function blocked(event)
	local account = jid_bare(event.stanza.attr.from);
	keep_safely(event.stanza, { from = account, to = account });
end

local function facts_of_room(room, from)
	local members, count = {}, 0;
	for _, occupant in room:each_occupant() do
		if count < most_members and not members[occupant.bare_jid] then
			count = count + 1;
			members[count], members[occupant.bare_jid] = occupant.bare_jid, true;
		end
	end
	local speaker = from and room:get_occupant_by_nick(from);
	return { room = room.jid, title = room:get_name(), members = table.concat(members, " "),
		from = speaker and speaker.bare_jid or nil };
end

local function in_room(event)
	if says_something(event.stanza) then
		keep_safely(event.stanza, facts_of_room(event.room, event.stanza.attr.from));
	end
end

local function in_private(event)
	local stanza, room = event.stanza, event.room;
	local speaker = room:get_occupant_by_nick(stanza.attr.from);
	local other = room:get_occupant_by_nick(stanza.attr.to);
	if speaker and other and says_something(stanza) then
		keep_safely(stanza, { from = speaker.bare_jid, to = other.bare_jid });
	end
end

-- What Belisha says to this host.
local function from_belisha(event)
	local stanza = event.stanza;
	if stanza.attr.from == nil or jid_host(stanza.attr.from) ~= component then return; end
	if stanza.name == "presence" then
		listening = false;
		if not stanza.attr.type then begin_again(); end
	elseif stanza.attr.type == "error" then
		listening = false; -- it is away; it says so when it is back
	else
		local receipt = stanza:get_child("received", xmlns_receipts);
		if receipt then confirm(receipt.attr.id); end
	end
	return true;
end

-- A host that answers for Belisha while it is away does so in Belisha's name, or in its own.
module:hook("message/host", from_belisha, 100);
module:hook("presence/host", from_belisha, 100);

if module:get_host_type() == "component" then
	module:hook("muc-broadcast-message", in_room, 100);
	module:hook("muc-private-message", in_private, 100);
else
	for _, kind in ipairs { "bare", "full", "host" } do
		module:hook("pre-message/"..kind, from_here, 100);
		module:hook("message/"..kind, from_elsewhere, 100);
	end
	module:hook("pre-presence/bare", asked_here, 100);
	module:hook("presence/bare", asked_elsewhere, 100);
	module:hook("iq-set/self/urn:xmpp:blocking:block", blocked, 100);
end

open_journal();

function module.unload()
	close_journal();
end
