"""Invented chats with the light that they must get: ``concern/`` and ``ordinary/``, one TOML file a scene.

``expect`` is the lowest light that a moderator must see in a scene of concern, and green in an ordinary one.
``subject`` is whom the concern is about. Every text is invented; the scenes show pattern, never sexual talk.
"""
