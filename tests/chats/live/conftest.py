"""Real servers for the tests of this folder."""

from tests.chats.live.servers import prosody, synapse

__all__ = ["prosody", "synapse"]
