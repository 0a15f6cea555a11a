-- Asks Belisha, before a message of a user of this host is passed on, whether its sender is restricted, and whether a
-- picture or an address is to be held once, for a moment's thought. Whatever goes wrong, the message passes.
--
-- Load it on each VirtualHost; README.md beside this file shows how.

local st = require "util.stanza";
local jid_bare = require "util.jid".bare;
local jid_host = require "util.jid".host;
local new_id = require "util.id".long;
local now = require "util.time".now;
local timer = require "util.timer";
local async = require "util.async";
local json = require "util.json";
local url_encode = require "util.http".urlencode;
local http = require "net.http";
local cache = require "util.cache";

local component = assert(module:get_option_string("belisha_component"), "belisha_component is not set");
local bot = module:get_option_string("belisha_bot", "notice").."@"..component;
local url = assert(module:get_option_string("belisha_url"), "belisha_url is not set");
local key_file = assert(module:get_option_string("belisha_api_key_file"), "belisha_api_key_file is not set");
local timeout = module:get_option_number("belisha_timeout", 0.1); -- all in seconds
local remember = module:get_option_number("belisha_remember", 5);
local silent = module:get_option_number("belisha_silent", 5);
local pause = module:get_option_number("belisha_pause", 5);
local pause_valid = module:get_option_number("belisha_pause_valid", 600);
local plain_words = module:get_option_string("belisha_pause_words",
	"Take a moment before you send this. If you still want to, send it again.");
local most_characters = 2000; -- so far an address is looked for: somebody waits for the message meanwhile

local function key_in(file)
	local reader = assert(io.open(file, "r"));
	local key = reader:read("*l");
	reader:close();
	return assert(key and key:match("^%s*(%S+)%s*$"), file.." holds no key");
end

local headers = { Authorization = "Bearer "..key_in(key_file), Accept = "application/json" };
local known, held = cache.new(10000), cache.new(10000);
local silent_until = 0;

-- What Belisha says of an account, or nil when it does not say so in time.
local function ask(account)
	local wait, done = async.waiter();
	local over, answer = false, nil;
	local function ends(told)
		if over then return; end
		over, answer = true, told;
		done();
	end
	local address = url:gsub("/$", "").."/v1/restrictions?app=XMPP&account="..url_encode(account);
	local asking = { headers = headers, suppress_errors = true };
	http.request(address, asking, function (body, code)
		ends(code == 200 and json.decode(body) or nil);
	end);
	timer.add_task(timeout, function () ends(nil); end);
	wait();
	return type(answer) == "table" and answer or nil;
end

-- Prosody 0.12 goes on reading after a wait, but not what it had read already: that would lie there until more comes.
local function read_on(session)
	if session.conn and session.conn.pausefor then session.conn:pausefor(0); end
end

local function asked(account, session)
	local told = known:get(account);
	if told and now() - told.at < remember then return told.answer; end
	if now() < silent_until or not async.ready() then return {}; end
	local fine, answer = pcall(ask, account);
	read_on(session);
	if not fine or not answer then
		module:log("warn", "Belisha did not answer, and nothing is held back meanwhile");
		silent_until = now() + silent;
		return {};
	end
	known:set(account, { at = now(), answer = answer });
	return answer;
end

-- Streets with a number, as they are written in a few languages: "12 Mill Lane", "Hauptstraße 5", "rue de la Gare 3".
local function set_of(words)
	local set = {};
	for word in words:gmatch("%S+") do set[word] = true; end
	return set;
end

local behind = set_of "street st road rd avenue ave lane drive close court way";
local before = set_of "rue avenue calle via rua ulica ul";
local between = set_of "rue avenue boulevard";
local ends_of_street = { "straße", "strasse", "str", "weg", "gasse", "platz", "allee" };

local function is_street(word)
	for _, ending in ipairs(ends_of_street) do
		if #word >= #ending and word:sub(-#ending) == ending then return true; end
	end
	return false;
end

local function is_number(word)
	return word and word:find("^%d%d?%d?%d?%a?$") ~= nil;
end

local function follows(words, first, last, fits)
	for place = first, last do
		if words[place] and fits(words[place]) then return true; end
	end
	return false;
end

local function is_behind(word) return behind[word]; end

local function starts_address(words, place)
	local word = words[place];
	if is_number(word) then
		return follows(words, place + 2, place + 4, is_behind) or (between[words[place + 1]] and words[place + 2]);
	end
	return before[word] and follows(words, place + 2, place + 5, is_number)
		or is_street(word) and is_number(words[place + 1]);
end

local function has_address(text)
	text = text:sub(1, most_characters):lower();
	for number in text:gmatch("%+?%d[%d ()/.-]+%d") do
		if #number >= 8 then return true; end
	end
	local words = {};
	for word in text:gmatch("[^%s,.;:!?]+") do words[#words + 1] = word; end
	for place = 1, #words do
		if starts_address(words, place) then return true; end
	end
	return false;
end

local picture_endings = set_of "jpg jpeg png gif webp heic avif mp4 mov webm 3gp";

local function is_picture(tag)
	local found = false;
	tag:maptags(function (child)
		local sort = child.name == "media-type" and child:get_text() or "";
		local address = (child.name == "url" or child.name == "name") and child:get_text() or "";
		local ending = address:lower():gsub("[?#].*$", ""):match("%.(%w+)$");
		found = found or sort:find("^image/") or sort:find("^video/") or picture_endings[ending or ""] or is_picture(child);
		return child;
	end);
	return found and true or false;
end

local files = {
	["jabber:x:oob"] = true, ["urn:xmpp:sfs:0"] = true, ["urn:xmpp:sims:1"] = true, ["urn:xmpp:reference:0"] = true,
};

local function sort_of(stanza)
	for _, tag in ipairs(stanza.tags) do
		if files[tag.attr.xmlns or ""] and is_picture(tag) then return "picture"; end
		if tag.attr.xmlns == "http://jabber.org/protocol/geoloc" then return "address"; end
	end
	return has_address(stanza:get_child_text("body") or "") and "address" or nil;
end

-- Seconds that this is held by now: 0 the first time, and nil once the pause is over and it may go.
local function held_for(place)
	local first = held:get(place);
	if not first or now() - first > pause_valid then
		held:set(place, now());
		return 0;
	end
	if now() - first < pause then return now() - first; end
	held:set(place, nil);
	return nil;
end

local function is_in(list, wanted)
	for _, each in ipairs(type(list) == "table" and list or {}) do
		if each == wanted then return true; end
	end
	return false;
end

local function tell(child, words)
	module:send(st.message({ from = bot, to = child, type = "chat", id = new_id() }, words)
		:tag("store", { xmlns = "urn:xmpp:hints" }):up()
		:tag("notice", { xmlns = "urn:belisha:notice:1" }):up());
end

-- Words for the sender when a message is not to be passed on now; false when it is refused without any; nil when it passes.
local function trouble_with(stanza, account, session)
	local answer = asked(account, session);
	if answer.restricted == true then return false; end
	local sort = answer.pause_before and sort_of(stanza);
	if not sort or not is_in(answer.pause_before, sort) then return nil; end
	local seconds = held_for(account.."\n"..jid_bare(stanza.attr.to).."\n"..sort);
	if not seconds then return nil; end
	local own = type(answer.pause_words) == "table" and answer.pause_words[sort];
	local words = type(own) == "string" and own or plain_words;
	if seconds == 0 then tell(account, words); end
	return words;
end

local function is_watched(stanza)
	local to = stanza.attr.to;
	return to and jid_host(to) ~= component and jid_host(stanza.attr.from) == module.host and stanza.attr.type ~= "error";
end

local function says_something(stanza)
	for _, tag in ipairs(stanza.tags) do
		if not (tag.attr.xmlns or ""):find("^http://jabber.org/protocol/chatstates") then return true; end
	end
	return false;
end

local function message(event)
	local stanza = event.stanza;
	if not is_watched(stanza) or not says_something(stanza) then return; end
	local fine, words = pcall(trouble_with, stanza, jid_bare(stanza.attr.from), event.origin);
	if not fine then
		module:log("error", "A message passed unasked: %s", words);
	elseif words ~= nil then
		-- To somebody who is restricted the same is said as by a server that does not allow something: no reason.
		event.origin.send(st.error_reply(stanza, words and "wait" or "cancel", "not-allowed", words or nil));
		return true;
	end
end

local function presence(event)
	local stanza = event.stanza;
	if stanza.attr.type ~= "subscribe" or not is_watched(stanza) then return; end
	local fine, answer = pcall(asked, jid_bare(stanza.attr.from), event.origin);
	if fine and answer.restricted == true then
		event.origin.send(st.error_reply(stanza, "cancel", "not-allowed"));
		return true;
	end
end

-- Before mod_belisha copies it: what is not sent was not said.
for _, kind in ipairs { "bare", "full", "host" } do
	module:hook("pre-message/"..kind, message, 150);
end
module:hook("pre-presence/bare", presence, 150);
