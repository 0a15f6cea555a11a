"""Belisha notices, early, when someone is grooming a child in a chat, and turns on a traffic light."""
