"""The ways people and systems reach Belisha."""
