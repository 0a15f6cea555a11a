-- Messages of iOS 6 in a backup, under the name that the backup gives it: times in seconds, no attributedBody, no groups. Invented.
CREATE TABLE handle (ROWID INTEGER PRIMARY KEY AUTOINCREMENT UNIQUE, id TEXT NOT NULL, country TEXT, service TEXT NOT NULL, uncanonicalized_id TEXT, UNIQUE (id, service) );
INSERT INTO handle (ROWID, id, country, service) VALUES (1, '+447700900011', 'gb', 'SMS');
CREATE TABLE chat (ROWID INTEGER PRIMARY KEY AUTOINCREMENT, guid TEXT UNIQUE NOT NULL, style INTEGER, state INTEGER, account_id TEXT, properties BLOB, chat_identifier TEXT, service_name TEXT, room_name TEXT, account_login TEXT, is_archived INTEGER DEFAULT 0);
INSERT INTO chat (ROWID, guid, style, chat_identifier, service_name) VALUES (1, 'SMS;-;+447700900011', 45, '+447700900011', 'SMS');
CREATE TABLE message (ROWID INTEGER PRIMARY KEY AUTOINCREMENT, guid TEXT UNIQUE NOT NULL, text TEXT, replace INTEGER DEFAULT 0, service_center TEXT, handle_id INTEGER DEFAULT 0, subject TEXT, country TEXT, type INTEGER DEFAULT 0, service TEXT, account TEXT, error INTEGER DEFAULT 0, date INTEGER, date_read INTEGER, date_delivered INTEGER, is_delivered INTEGER DEFAULT 0, is_finished INTEGER DEFAULT 0, is_emote INTEGER DEFAULT 0, is_from_me INTEGER DEFAULT 0, is_empty INTEGER DEFAULT 0, is_read INTEGER DEFAULT 0, is_sent INTEGER DEFAULT 0, cache_has_attachments INTEGER DEFAULT 0, cache_roomnames TEXT);
INSERT INTO message (ROWID, guid, text, handle_id, service, date, is_from_me, subject) VALUES (1, '00000000-0000-4000-8000-000000000001', 'bus is late', 1, 'SMS', 380000000, 0, NULL);
INSERT INTO message (ROWID, guid, text, handle_id, service, date, is_from_me, subject) VALUES (2, '00000000-0000-4000-8000-000000000002', 'no hurry', 1, 'SMS', 380000060, 1, NULL);
INSERT INTO message (ROWID, guid, text, handle_id, service, date, is_from_me, subject) VALUES (3, '00000000-0000-4000-8000-000000000003', 'both tickets', 1, 'SMS', 380000120, 0, 'Saturday');
CREATE TABLE chat_message_join (chat_id INTEGER, message_id INTEGER, PRIMARY KEY (chat_id, message_id));
INSERT INTO chat_message_join (chat_id, message_id) VALUES (1, 1);
INSERT INTO chat_message_join (chat_id, message_id) VALUES (1, 2);
INSERT INTO chat_message_join (chat_id, message_id) VALUES (1, 3);
