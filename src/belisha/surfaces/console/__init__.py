"""The console for moderators, officers, administrators and auditors: server-made pages, small local scripts, no build.

Each file here holds the pages of one subject; ``visit`` says who is there and draws; ``router`` puts them together.
Nothing is fetched from outside, no page holds a secret, and every form carries the session's token.
"""
