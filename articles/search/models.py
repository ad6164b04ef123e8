"""What the index looks like to Django. The database keeps it; see `preparing`."""

from django.db import models


class Entry(models.Model):
    """SQLite's index. FTS5 takes a query in a column that has the table's own name."""

    rowid = models.IntegerField(primary_key=True)
    whole = models.TextField(db_column="search_entry")

    class Meta:
        managed = False
        db_table = "search_entry"

    def __str__(self) -> str:
        return str(self.rowid)
