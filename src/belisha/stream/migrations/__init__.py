"""The forms that the database has had, one file per step."""
