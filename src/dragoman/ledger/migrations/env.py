"""What Alembic runs: the migrations, on the connection that `dragoman.ledger.migrate` hands over."""

from alembic import context

from dragoman.ledger.tables import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    render_as_batch=True,  # SQLite alters a table by copying it
    transactional_ddl=True,
)
context.run_migrations()
