"""View-models: what a page shows, computed once, before anything is drawn."""
