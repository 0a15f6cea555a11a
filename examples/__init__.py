"""An invented phone to try Belisha on, and what it is built from."""
