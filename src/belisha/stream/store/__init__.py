"""What the live service keeps, on SQLite or PostgreSQL: messages, memories, lights, cases, people and what they did.

``tables`` names everything; ``database`` opens and migrates it; each other file holds the questions of one subject.
Rows of one platform are never read for another: every question takes the platform, and a test walks all of them.
Text, and memories that hold text, pass through the ``vault``; nothing else writes them.
"""
