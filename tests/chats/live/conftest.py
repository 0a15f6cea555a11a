"""Real servers for the tests of this folder."""

from tests.chats.live.prosody_server import prosody
from tests.chats.live.servers import synapse

__all__ = ["prosody", "synapse"]
