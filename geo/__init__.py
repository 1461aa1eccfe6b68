"""The geography: committed boundaries and registers, and the script that builds them from pinned packages."""
